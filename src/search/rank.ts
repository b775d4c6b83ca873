import type { AskedMatch, AskedWords } from './asked-words.ts';
import { findCandidates } from './candidates.ts';
import { absoluteFeatures, Describer, featureNames } from './features.ts';
import type { Described, FeatureName } from './features.ts';
import { gramLeadChars, gramsOf } from './grams.ts';
import { withMeaning } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';
import weights from './weights.json' with { type: 'json' };

/** What is asked, and where it may be found. */
export interface RankOptions {
  /** Articles of this product and those of none in particular. */
  product?: string;
  /** Articles for these readers and those for everybody. */
  audience?: string;
  /** Articles in this folder, names joined by `/`, and below. */
  category?: string;
  /** Articles left out. */
  except?: ReadonlySet<string>;
  /** Words of solved tickets. */
  asked?: AskedWords;
  /** What the reader wrote, to be compared with solved tickets. */
  query?: string;
  /** Whether it is a draft, whose character grams are compared as well; a search is decided by words alone. */
  isDraft?: boolean;
  /** ISO date; articles whose review was due before come a little lower. */
  today?: string;
  /** What vectors say of the query; without it, words alone decide. */
  meaning?: Meaning;
}

/** An article with its place in the order, its best section and what spoke for it. */
export interface Ranked extends Described {
  score: number;
}

/** Articles that are described for one query, at most. */
export const maxCandidates = 100;
/** On a shelf this small, what shares no word with a draft may still be meant: its grams are compared. */
const smallShelf = 1000;
/** What remains of the score of an article whose review is overdue. */
const overdueShare = 0.95;
/** Units of the longest draft, and the length of query on which the weights are centred. */
const mostUnits = 24;
const middleLength = 0.6;

/** How long a query is, around 0: short ones below, long ones above. */
export function lengthOf(units: QueryUnit[]): number {
  return Math.min(1, Math.log(Math.max(units.length, 1)) / Math.log(mostUnits)) - middleLength;
}

/** Whether an article is for one of several, by its names joined by `, `; without any it is for all. */
function isFor(names: string | undefined, wanted: string): boolean {
  return !names || names.split(', ').includes(wanted);
}

function allows(
  index: SearchIndex,
  { product, audience, category, except }: RankOptions,
): (article: number) => boolean {
  const { products, audiences, categories } = index.shelf;
  const excluded = new Set([...(except ?? [])].map((articleId) => index.numberOf(articleId)));
  return (article) => {
    if (product !== undefined && !isFor(products[article], product)) return false;
    if (audience !== undefined && !isFor(audiences[article], audience)) return false;
    if (category !== undefined && !`${categories[article] ?? ''}/`.startsWith(`${category}/`)) return false;
    return !excluded.has(article);
  };
}

/** What solved tickets say of the articles they speak for, and of the `others`. */
function askedMatches(
  index: SearchIndex,
  { asked, query = '' }: RankOptions,
  others: Iterable<number>,
  isAllowed: (article: number) => boolean,
): Map<number, AskedMatch> {
  if (!asked || asked.size === 0) return new Map<number, AskedMatch>();
  const numberOf = (articleId: string) => {
    const article = index.numberOf(articleId);
    return article !== undefined && isAllowed(article) ? article : undefined;
  };
  const found = asked.match(index.locale, query, {
    others: Array.from(others, (article) => index.name(article).id),
    isAllowed: (articleId) => numberOf(articleId) !== undefined,
  });
  return new Map([...found].map(([articleId, match]) => [numberOf(articleId) ?? 0, match]));
}

/** The articles worth a closer look, each with its features. `total` counts all that match by their words. */
export function describeCandidates(
  index: SearchIndex,
  units: QueryUnit[],
  options: RankOptions = {},
): { described: Described[]; total: number } {
  const isAllowed = allows(index, options);
  const { candidates, total } = findCandidates(index, units, maxCandidates, isAllowed);
  const chosen = new Set(candidates);
  const draft = options.isDraft ? options.query : undefined;
  if (draft !== undefined && index.articleCount <= smallShelf) addByGrams(index, draft, chosen, isAllowed);
  for (const article of options.meaning?.nearest.keys() ?? []) if (isAllowed(article)) chosen.add(article);
  const asked = askedMatches(index, options, chosen, isAllowed);
  for (const article of asked.keys()) chosen.add(article);
  const describer = new Describer(index, units, draft);
  const described = [...chosen].map((article) => describer.describe(article, asked.get(article)));
  return { described, total: Math.max(total, chosen.size) };
}

function addByGrams(
  index: SearchIndex,
  text: string,
  chosen: Set<number>,
  isAllowed: (article: number) => boolean,
): void {
  const { leads } = index.grams;
  const worth = leads.worthOf(gramsOf(text.slice(0, gramLeadChars)));
  const others = [...Array(index.articleCount).keys()].filter(
    (article) => !chosen.has(article) && isAllowed(article),
  );
  const scored = others.map((article) => ({ article, score: leads.score(worth, article) }));
  scored.sort((one, other) => other.score - one.score);
  for (const { article } of scored.slice(0, Math.max(maxCandidates - chosen.size, 0))) chosen.add(article);
}

/** Divides each feature by its largest value among the candidates, so that queries compare. */
export function evenOut(described: Described[]): Float64Array[] {
  const largest = new Float64Array(featureNames.length);
  for (const { values } of described) {
    values.forEach((value, feature) => (largest[feature] = Math.max(largest[feature] ?? 0, value)));
  }
  featureNames.forEach((name, feature) => {
    if (absoluteFeatures.has(name)) largest[feature] = 1;
  });
  return described.map(({ values }) => values.map((value, feature) => value / (largest[feature] || 1)));
}

/** For each feature its weight, and how that changes with the length of the query. */
export type ModelWeights = Record<FeatureName, number[]>;

/** Orders described articles by the weighted sum of their features. */
export function orderBy(model: ModelWeights, described: Described[], length: number): Ranked[] {
  const weightOf = featureNames.map((name) => (model[name][0] ?? 0) + (model[name][1] ?? 0) * length);
  const even = evenOut(described);
  const ranked = described.map((description, position): Ranked => {
    const values = even[position] ?? [];
    const score = weightOf.reduce((sum, weight, feature) => sum + weight * (values[feature] ?? 0), 0);
    return { ...description, score };
  });
  return ranked.sort((one, other) => other.score - one.score || one.article - other.article);
}

/**
 * Articles in the order they should be shown: a sum of their features, weighted as learned from labelled questions and
 * tickets, with other weights for long queries than for short ones. Overdue ones come a little lower.
 */
export function rank(
  index: SearchIndex,
  units: QueryUnit[],
  options: RankOptions = {},
): { ranked: Ranked[]; total: number } {
  const { today = '' } = options;
  const { described, total } = describeCandidates(index, units, options);
  const byWords = orderBy(options.isDraft ? weights.suggest : weights.search, described, lengthOf(units));
  const ranked = options.meaning ? withMeaning(byWords, options.meaning) : byWords;
  const isOverdue = ({ article }: Ranked) => {
    const reviewBy = index.shelf.reviewDates[article] ?? '';
    return today !== '' && reviewBy !== '' && reviewBy < today;
  };
  if (!ranked.some(isOverdue)) return { ranked, total };
  const lowered = ranked.map((found) =>
    isOverdue(found) ? { ...found, score: found.score * overdueShare } : found,
  );
  lowered.sort((one, other) => other.score - one.score || one.article - other.article);
  return { ranked: lowered, total };
}
