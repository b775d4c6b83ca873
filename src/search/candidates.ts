import { marks } from './postings.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';

/** How much an occurrence counts in each place, and how fast more of them stop counting (BM25F). */
export const fieldWeights = { title: 4, keyword: 3, heading: 1.5, text: 1, asked: 2 } as const;
/** Saturation of BM25: further occurrences add less and less. */
export const saturation = 1.2;
/** How much the length of a text discounts its occurrences: 0 not at all, 1 in full. */
export const lengthDiscount = { article: 0.6, section: 0.5, title: 0.3 } as const;

/** Chosen articles, best first, by number. */
export type Candidates = number[];

/** Adds what every article gains from one unit. Sections of an article stand together, so one pass adds them up. */
function addUnit(index: SearchIndex, unit: QueryUnit, scores: Float32Array): void {
  const { articleOf, articleLengths, averages } = index.shelf;
  const { sections, counts, marks: places } = unit.postings;
  const { strengths } = unit;
  const gain = unit.idf * unit.weight;
  let at = 0;
  while (at < sections.length) {
    const article = articleOf[sections[at] ?? 0] ?? 0;
    let occurrences = 0;
    let strength = 0;
    let fixed = 0;
    for (; at < sections.length && articleOf[sections[at] ?? 0] === article; at++) {
      const place = places[at] ?? 0;
      occurrences += counts[at] ?? 0;
      if (place !== 0) {
        fixed +=
          fieldWeights.title * (place & marks.title) + (place & marks.keyword ? fieldWeights.keyword : 0);
        fixed += fieldWeights.heading * ((place & marks.heading) >> marks.headingShift);
      }
      strength = Math.max(strength, strengths ? (strengths[at] ?? 0) : 1);
    }
    const length =
      1 -
      lengthDiscount.article +
      (lengthDiscount.article * (articleLengths[article] ?? 0)) / averages.article;
    const frequency = fixed + occurrences / length;
    scores[article] = (scores[article] ?? 0) + (gain * strength * frequency) / (saturation + frequency);
  }
}

/**
 * The articles worth a closer look, best first: BM25F over whole articles, at most `limit`, of those that `isAllowed`
 * lets through. Also gives how many articles match at all.
 */
export function findCandidates(
  index: SearchIndex,
  units: QueryUnit[],
  limit: number,
  isAllowed: (article: number) => boolean,
): { candidates: Candidates; total: number } {
  const scores = new Float32Array(index.articleCount);
  for (const unit of units) addUnit(index, unit, scores);
  const candidates: number[] = [];
  let bar = 0;
  let total = 0;
  scores.forEach((score, article) => {
    if (score <= 0 || !isAllowed(article)) return;
    total++;
    if (score <= bar) return;
    candidates.push(article);
    if (candidates.length >= 4 * limit) bar = keepBest(candidates, scores, limit);
  });
  keepBest(candidates, scores, limit);
  return { candidates, total };
}

/** Sorts, cuts to the limit, and gives the score a newcomer has to beat. */
function keepBest(candidates: number[], scores: Float32Array, limit: number): number {
  candidates.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  if (candidates.length > limit) candidates.length = limit;
  return candidates.length < limit ? 0 : (scores[candidates.at(-1) ?? 0] ?? 0);
}
