import type { AskedMatch, AskedWords } from './asked-words.ts';
import { findCandidates } from './candidates.ts';
import { Describer, featureNames } from './features.ts';
import type { Described, FeatureName } from './features.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';
import weights from './weights.json' with { type: 'json' };

/** Narrows what may be found. */
export interface Scope {
  /** Articles of this product and those of none in particular. */
  product?: string;
  /** Articles in this folder, names joined by `/`, and below. */
  category?: string;
  /** Articles left out. */
  except?: ReadonlySet<string>;
  /** Words of solved tickets. */
  asked?: AskedWords;
}

/** An article with its place in the order, its best section and what spoke for it. */
export interface Ranked extends Described {
  score: number;
}

const maxCandidates = 100;
/** An overdue article has to be this much better to come first. */
const overdueShare = 0.9;

/** Whether an article is inside the scope. */
export function scopeOf(
  index: SearchIndex,
  { product, category, except }: Scope,
): (article: number) => boolean {
  const { products, categories } = index.shelf;
  const excluded = new Set([...(except ?? [])].map((articleId) => index.numberOf(articleId)));
  return (article) => {
    const own = products[article] ?? '';
    if (product !== undefined && own !== '' && own !== product) return false;
    if (category !== undefined && !`${categories[article] ?? ''}/`.startsWith(`${category}/`)) return false;
    return !excluded.has(article);
  };
}

function askedMatches(
  index: SearchIndex,
  units: QueryUnit[],
  asked: AskedWords | undefined,
): Map<number, AskedMatch> {
  const matches = new Map<number, AskedMatch>();
  if (!asked || asked.size === 0) return matches;
  const terms = new Set(units.flatMap((unit) => [...unit.texts]));
  for (const [articleId, match] of asked.match(index.locale, [...terms])) {
    const article = index.numberOf(articleId);
    if (article !== undefined) matches.set(article, match);
  }
  return matches;
}

function describeAll(
  index: SearchIndex,
  units: QueryUnit[],
  scope: Scope,
): { described: Described[]; total: number } {
  const isAllowed = scopeOf(index, scope);
  const { candidates, scores } = findCandidates(index, units, maxCandidates, isAllowed);
  const asked = askedMatches(index, units, scope.asked);
  const known = new Set(candidates);
  const added = [...asked.keys()].filter((article) => !known.has(article) && isAllowed(article));
  const describer = new Describer(index, units);
  const described = [...candidates, ...added].map((article) => {
    const description = describer.describe(article);
    description.values[featureNames.indexOf('askedBest')] = asked.get(article)?.best ?? 0;
    description.values[featureNames.indexOf('askedWords')] = asked.get(article)?.words ?? 0;
    return description;
  });
  const total = scores.reduce((count, score) => count + (score > 0 ? 1 : 0), 0) + added.length;
  return { described, total };
}

/** Largest value of each feature among the candidates; 1 where all are 0. */
function largestValues(described: Described[]): Float64Array {
  const largest = new Float64Array(featureNames.length);
  for (const { values } of described) {
    values.forEach((value, feature) => (largest[feature] = Math.max(largest[feature] ?? 0, value)));
  }
  return largest.map((value) => value || 1);
}

/** Weight of each feature, learned from labelled questions and tickets. */
function weightOf(name: FeatureName): number {
  return weights.ranker[name];
}

/** Articles in the order they should be shown. `total` counts all that match, also those too far down to be ranked. */
export function rank(
  index: SearchIndex,
  units: QueryUnit[],
  scope: Scope = {},
  today = '',
): { ranked: Ranked[]; total: number } {
  const { described, total } = describeAll(index, units, scope);
  const largest = largestValues(described);
  const ranked = described.map((description): Ranked => {
    const score = featureNames.reduce(
      (sum, name, feature) =>
        sum + (weightOf(name) * (description.values[feature] ?? 0)) / (largest[feature] ?? 1),
      0,
    );
    const reviewBy = index.shelf.reviewDates[description.article] ?? '';
    return {
      ...description,
      score: today !== '' && reviewBy !== '' && reviewBy < today ? score * overdueShare : score,
    };
  });
  ranked.sort((one, other) => other.score - one.score || one.article - other.article);
  return { ranked, total };
}
