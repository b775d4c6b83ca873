import type { Article, Section } from '../../src/articles/article.ts';

/** An article for tests: `text` becomes its one section unless sections are given. */
export function articleWith(fields: Partial<Article> & { text?: string }): Article {
  const { text = '', ...given } = fields;
  const title = given.title ?? 'Sans titre';
  const path = given.path ?? title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const locale = given.locale ?? 'fr';
  return {
    id: `${locale}/${path}`,
    locale,
    path,
    title,
    description: '',
    keywords: [],
    key: path,
    category: [],
    state: 'validated',
    updated: '2026-01-01',
    html: '',
    headings: [],
    sections: [sectionWith({ title, text })],
    images: [],
    markdown: text,
    file: `${locale}/${path}.md`,
    ...given,
  };
}

/** A section for tests; without blocks its text is what is shown. */
export function sectionWith(fields: Partial<Section>): Section {
  return { anchor: '', title: '', trail: [], text: '', blocks: [], ...fields };
}
