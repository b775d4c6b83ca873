import { articleUrl } from '../articles/address.ts';
import type { SearchIndex } from './search-index.ts';

/** A section as plain text, with what it is called and where it stands. */
export interface SectionText {
  /** Root-relative, with the `#anchor` of the section. */
  url: string;
  title: string;
  text: string;
}

/** The sections of an article that hold text, in order; none for an unknown article. */
export function articleSections(index: SearchIndex, articleId: string): SectionText[] {
  const article = index.numberOf(articleId);
  if (article === undefined) return [];
  const { firstSections } = index.shelf;
  const first = firstSections[article] ?? 0;
  const count = (firstSections[article + 1] ?? first) - first;
  const sections = Array.from({ length: count }, (_, position) => index.section(first + position));
  return sections
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ anchor, title, pieces }) => ({
      url: articleUrl(articleId, anchor),
      title,
      text: pieces.map(({ text }) => text).join('\n'),
    }));
}
