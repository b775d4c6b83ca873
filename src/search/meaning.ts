import type { SearchIndex } from './search-index.ts';
import type { NearSection, SectionVectors } from './section-vectors.ts';
import { featureNames } from './features.ts';
import type { Ranked } from './rank.ts';

/** What vectors say of a query: one more feature of the ranker, with a weight learned for the model that made them. */
export interface Meaning {
  /** By article number, its section nearest in meaning. */
  nearest: ReadonlyMap<number, NearSection>;
  weight: number;
  /** From this likeness on an article is a hit though it shares no word with the query. */
  enough: number;
}

/** What is learned about a model of vectors from labelled questions. */
export type MeaningWeights = Pick<Meaning, 'weight' | 'enough'>;

const mostSections = 60;
const sectionFeature = featureNames.indexOf('section');

/** The articles nearest in meaning to a vector, each by its best section. */
export function meaningOf(
  index: SearchIndex,
  vectors: SectionVectors,
  vector: readonly number[],
  weights: MeaningWeights,
): Meaning {
  const nearest = new Map<number, NearSection>();
  for (const near of vectors.nearest(vector, mostSections)) {
    const article = index.shelf.articleOf[near.section];
    if (article !== undefined && !nearest.has(article)) nearest.set(article, near);
  }
  return { nearest, ...weights };
}

/**
 * Adds meaning to an order found by words: in proportion to the nearest article, like the other features. An article that
 * words did not find is shown by the section that is near in meaning.
 */
export function withMeaning(ranked: Ranked[], { nearest, weight }: Meaning): Ranked[] {
  const most = Math.max(1e-9, ...[...nearest.values()].map(({ likeness }) => likeness));
  const joined = ranked.map((found) => {
    const near = nearest.get(found.article);
    if (!near) return found;
    const score = found.score + (weight * Math.max(0, near.likeness)) / most;
    const isByWords = (found.values[sectionFeature] ?? 0) > 0;
    return { ...found, score, section: isByWords ? found.section : near.section };
  });
  return joined.sort((one, other) => other.score - one.score || one.article - other.article);
}

/** Whether an article is near enough in meaning to be a hit without a word in common. */
export function isMeant({ article }: Ranked, meaning: Meaning | undefined): boolean {
  if (!meaning || meaning.weight === 0) return false;
  return (meaning.nearest.get(article)?.likeness ?? -1) >= meaning.enough;
}
