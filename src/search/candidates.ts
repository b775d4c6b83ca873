import { keepBest } from './keep-best.ts';
import { marks } from './postings.ts';
import type { Postings } from './postings.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';

/** How much an occurrence counts in each place, and how fast more of them stop counting (BM25F). */
export const fieldWeights = { title: 4, keyword: 3, heading: 1.5, text: 1 } as const;
/** Saturation of BM25: further occurrences add less and less. */
export const saturation = 1.2;
/** How much the length of a text discounts its occurrences: 0 not at all, 1 in full. */
export const lengthDiscount = { article: 0.6, section: 0.5, title: 0.3 } as const;

/** Chosen articles, best first, by number. */
export type Candidates = number[];

/** What a list of postings is worth to each article it names, before how rare and how wanted the word is. */
interface ArticleGains {
  articles: Uint32Array;
  gains: Float32Array;
}

/** Sections of an article stand together, so one pass adds them up. */
function gainsOf(index: SearchIndex, postings: Postings, strengths?: Float32Array): ArticleGains {
  const { articleOf, articleLengths, averages } = index.shelf;
  const { sections, counts, marks: places } = postings;
  const articles = new Uint32Array(sections.length);
  const gains = new Float32Array(sections.length);
  let used = 0;
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
    articles[used] = article;
    gains[used++] = (strength * frequency) / (saturation + frequency);
  }
  return { articles: articles.slice(0, used), gains: gains.slice(0, used) };
}

/** Lists of single terms stay in memory, and what they are worth stays with them. */
const known = new WeakMap<Postings, ArticleGains>();

function knownGains(index: SearchIndex, { postings, strengths }: QueryUnit): ArticleGains {
  if (strengths) return gainsOf(index, postings, strengths);
  let found = known.get(postings);
  if (!found) known.set(postings, (found = gainsOf(index, postings)));
  return found;
}

function addUnit(index: SearchIndex, unit: QueryUnit, scores: Float32Array): void {
  const { articles, gains } = knownGains(index, unit);
  const worth = unit.idf * unit.weight;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] ?? 0;
    scores[article] = (scores[article] ?? 0) + worth * (gains[at] ?? 0);
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
  let total = 0;
  for (let article = 0; article < scores.length; article++) {
    if ((scores[article] ?? 0) <= 0) continue;
    if (isAllowed(article)) total++;
    else scores[article] = 0;
  }
  return { candidates: keepBest(scores, limit), total };
}
