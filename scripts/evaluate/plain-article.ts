import type { Article } from '../../src/articles/article.ts';

/** A document of a labelled set. */
export interface PlainDocument {
  id: string;
  title: string;
  text: string;
}

/** A document as an article of one section, so that it goes the way of all articles. */
export function plainArticle(locale: string, { id, title, text }: PlainDocument): Article {
  return {
    id: `${locale}/${id}`,
    locale,
    path: id,
    title,
    description: '',
    keywords: [],
    key: id,
    category: [],
    state: 'validated',
    updated: '2024-01-01',
    html: '',
    headings: [],
    sections: [{ anchor: '', title, trail: [], text, blocks: [] }],
    images: [],
    markdown: text,
    file: `${locale}/${id}.md`,
  };
}
