import { mergePostings, weakened } from './merge-postings.ts';
import type { Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';

/** A term that answers for a word of the query, and how much of a full match it is worth (0 to 1). */
export interface Alternate {
  term: number;
  strength: number;
}

/** One thing a query asks for: a word, with everything that is as good as the word. */
export interface QueryUnit {
  /** As the reader wrote it. */
  word: string;
  /** The term it is in the rules of the language, known to the index or not. */
  text: string;
  /** Terms to mark in what is shown; also the word's own term when the index does not know it. */
  texts: Set<string>;
  postings: Postings;
  /** Strength of each posting; absent when all are full matches. */
  strengths?: Float32Array;
  /** Information of the word: the rarer, the more. Unknown words have as much as the rarest known. */
  idf: number;
  /** How much the query insists on it: 1 for an ordinary word, less for what only breaks ties. */
  weight: number;
  isKnown: boolean;
  /** 0 to 1: how sure it is that the word was meant; less than 1 for corrections. */
  trust: number;
  /** Whether the word only holds the sentence together (see `isFunctionWord`): nothing to mark or to name. */
  isFunctionWord: boolean;
}

/** Information of something found in `count` of `total` places, after Robertson and Spärck Jones. Never negative. */
export function informationOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** Makes a unit out of the terms that may stand for a word; `text` is the word's own term. */
export function makeUnit(
  index: SearchIndex,
  { word, text, isFunctionWord }: Pick<QueryUnit, 'word' | 'text' | 'isFunctionWord'>,
  alternates: Alternate[],
): QueryUnit {
  const best = new Map<number, number>();
  for (const { term, strength } of alternates) best.set(term, Math.max(best.get(term) ?? 0, strength));
  const texts = new Set([text, ...[...best.keys()].map((term) => index.terms.text(term))]);
  const merged = mergePostings(
    [...best].map(([term, strength]) => weakened({ postings: index.terms.postings(term) }, strength)),
  );
  const isKnown = merged.postings.sections.length > 0;
  const idf = informationOf(countArticles(index, merged.postings), index.articleCount);
  return { word, text, texts, ...merged, idf, weight: 1, isKnown, trust: 1, isFunctionWord };
}

const counted = new WeakMap<Postings, number>();

function countArticles(index: SearchIndex, postings: Postings): number {
  const known = counted.get(postings);
  if (known !== undefined) return known;
  const { sections } = postings;
  const { articleOf } = index.shelf;
  let count = 0;
  let previous = -1;
  for (const section of sections) {
    const article = articleOf[section] ?? 0;
    if (article !== previous) count++;
    previous = article;
  }
  counted.set(postings, count);
  return count;
}
