import type { SearchIndex } from './search-index.ts';

/** The whole plain text of an article as the index keeps it, headings included; empty for an unknown article. */
export function articleText(index: SearchIndex, articleId: string): string {
  const article = index.numberOf(articleId);
  if (article === undefined) return '';
  const { firstSections } = index.shelf;
  const lines: string[] = [];
  for (let section = firstSections[article] ?? 0; section < (firstSections[article + 1] ?? 0); section += 1) {
    const { title, pieces } = index.section(section);
    lines.push(title, ...pieces.map(({ text }) => text));
  }
  return lines.join('\n');
}
