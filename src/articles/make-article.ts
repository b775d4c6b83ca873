import type { Article, Section } from './article.ts';
import type { LinkedArticle } from './link-articles.ts';
import type { LastChange } from './last-changes.ts';
import { articleUrl } from './address.ts';
import type { Place } from './place-articles.ts';
import { fillReferences } from './render/references.ts';

const minDescriptionCharacters = 60;
const maxDescriptionCharacters = 180;

/**
 * Puts an article together from what its file says, where it stands and where its links lead.
 *
 * @param lastChange what is shown when front matter has no date.
 */
export function makeArticle(
  { file, place, rendered, attributes, media }: LinkedArticle,
  lastChange: LastChange,
): Article {
  const { frontMatter, markdown } = rendered;
  const title = frontMatter.title ?? rendered.heading ?? place.name;
  const filled = rendered.sections.map((section) => ({
    ...section,
    title: section.anchor === '' ? title : section.title,
    blocks: section.blocks.map((block) => fillReferences(block, attributes)),
    heading: fillReferences(section.heading, attributes),
  }));
  const redirects = (frontMatter.redirects ?? []).map((old) => rootRelative(old, place));
  const { product, audience, owner, order, reviewBy, closes } = frontMatter;
  return {
    id: place.id,
    locale: place.locale,
    path: place.path,
    title,
    description: frontMatter.description ?? beginningOf(filled),
    keywords: frontMatter.keywords ?? [],
    key: frontMatter.key ?? place.path,
    category: place.category,
    ...(product !== undefined && { product }),
    ...(audience !== undefined && { audience }),
    ...(owner !== undefined && { owner }),
    ...(order !== undefined && { order }),
    ...(reviewBy !== undefined && { reviewBy }),
    ...(closes !== undefined && closes.length > 0 && { closes }),
    state: frontMatter.state ?? 'validated',
    updated: frontMatter.updated ?? lastChange.day,
    ...(frontMatter.updated === undefined && lastChange.author && { updatedBy: lastChange.author }),
    ...(redirects.length > 0 && { redirects }),
    html: filled
      .flatMap(({ heading, blocks }) => (heading === '' ? blocks : [heading, ...blocks]))
      .join('\n'),
    headings: filled.flatMap(({ depth, anchor, title: text }) =>
      anchor === '' ? [] : [{ depth, anchor, text }],
    ),
    sections: filled.map(({ anchor, title: name, trail, text, blocks }) => ({
      anchor,
      title: name,
      trail,
      text,
      blocks,
    })),
    steps: rendered.steps,
    questions: filled
      .filter(
        ({ anchor, title: heading, text }) => anchor !== '' && /[?？؟]\s*$/u.test(heading) && text !== '',
      )
      .map(({ title: question, text: answer }) => ({ question, answer })),
    images: media,
    markdown,
    file,
  };
}

/** An address written from the root is whole; any other is the path the article had. */
function rootRelative(address: string, { locale }: Place): string {
  return address.startsWith('/') ? address.replace(/\/+$/, '') : articleUrl(`${locale}/${address}`);
}

/** The first words of an article, cut after a sentence or, in a long one, after a word. */
function beginningOf(sections: readonly Pick<Section, 'text'>[]): string {
  const text = firstLines(sections.find((section) => section.text !== '')?.text ?? '');
  if (text.length <= maxDescriptionCharacters) return text;
  const start = text.slice(0, maxDescriptionCharacters);
  const sentence = /^.{40,}[.!?…](?= )/su.exec(start)?.[0];
  return sentence ?? `${start.slice(0, start.lastIndexOf(' ')).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Whole lines of a text, as many as it takes to say something. */
function firstLines(text: string): string {
  let beginning = '';
  for (const line of text.split('\n')) {
    if (beginning.length >= minDescriptionCharacters) break;
    beginning += ` ${line}`;
  }
  return beginning.replace(/\s+/g, ' ').trim();
}
