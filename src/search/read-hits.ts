import { readSection } from './choose-snippet.ts';
import type { ReadSection } from './choose-snippet.ts';
import { CloseReader, gainOf } from './closeness.ts';
import type { Closeness } from './closeness.ts';
import { wordFinder } from './find-words.ts';
import type { QueryUnit } from './query-unit.ts';
import type { Ranked } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

/** An article that was found, its best section as it was read, and how close that holds the query. */
export interface ReadHit {
  found: Ranked;
  section: ReadSection;
  closeness: Closeness;
  /** `found.score` and what closeness adds to it. */
  score: number;
}

/**
 * Reads the best sections of articles and orders the articles by score and closeness. `query` has its spelling put right;
 * names and texts must have been required.
 */
export function readHits(
  index: SearchIndex,
  { query, units }: { query: string; units: QueryUnit[] },
  found: Ranked[],
): ReadHit[] {
  const find = wordFinder(index.locale, units);
  const reader = new CloseReader(index.locale, query, units, find);
  const read = found.map((ranked): ReadHit => {
    const { title, pieces } = index.section(ranked.section);
    const section = readSection(pieces, find);
    const closeness = reader.read(`${index.name(ranked.article).title} ${title}`, section.places);
    return { found: ranked, section, closeness, score: ranked.score + reader.say * gainOf(closeness) };
  });
  return read.sort((one, other) => other.score - one.score || one.found.article - other.found.article);
}
