import { emptyPostings } from './postings.ts';
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
}

/** Information of something found in `count` of `total` places, after Robertson and Spärck Jones. Never negative. */
export function informationOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** Makes a unit out of the terms that may stand for a word. */
export function makeUnit(index: SearchIndex, word: string, text: string, alternates: Alternate[]): QueryUnit {
  const best = new Map<number, number>();
  for (const { term, strength } of alternates) best.set(term, Math.max(best.get(term) ?? 0, strength));
  const texts = new Set([text, ...[...best.keys()].map((term) => index.terms.text(term))]);
  const merged = mergePostings(
    [...best].map(([term, strength]) => ({ postings: index.terms.postings(term), strength })),
  );
  const isKnown = merged.postings.sections.length > 0;
  const idf = informationOf(countArticles(index, merged.postings), index.articleCount);
  return { word, text, texts, ...merged, idf, weight: 1, isKnown };
}

function countArticles(index: SearchIndex, { sections }: Postings): number {
  const { articleOf } = index.shelf;
  let count = 0;
  let previous = -1;
  for (const section of sections) {
    const article = articleOf[section] ?? 0;
    if (article !== previous) count++;
    previous = article;
  }
  return count;
}

/** Postings, each worth a share of a full match. */
export interface WeighedPostings {
  postings: Postings;
  strength: number;
}

/** One list out of several: in a section that has more than one, the strongest holds. */
export function mergePostings(lists: WeighedPostings[]): { postings: Postings; strengths?: Float32Array } {
  const [only] = lists;
  if (!only) return { postings: emptyPostings(0) };
  if (lists.length === 1 && only.strength === 1) return { postings: only.postings };
  const strongest = new Map<number, { list: WeighedPostings; position: number }>();
  for (const list of lists.toSorted((one, other) => one.strength - other.strength)) {
    list.postings.sections.forEach((section, position) => strongest.set(section, { list, position }));
  }
  const sections = Uint32Array.from(strongest.keys()).sort();
  const postings = emptyPostings(sections.length);
  const strengths = new Float32Array(sections.length);
  sections.forEach((section, at) => {
    const found = strongest.get(section);
    if (!found) return;
    postings.sections[at] = section;
    postings.counts[at] = found.list.postings.counts[found.position] ?? 0;
    postings.marks[at] = found.list.postings.marks[found.position] ?? 0;
    strengths[at] = found.list.strength;
  });
  return { postings, strengths };
}

/** Sections that hold every one of the lists, as the rarest list has them. */
export function intersectPostings(lists: Postings[]): Postings {
  const [shortest, ...others] = lists.toSorted((one, other) => one.sections.length - other.sections.length);
  if (!shortest) return emptyPostings(0);
  const sets = others.map((list) => new Set(list.sections));
  const kept = [...shortest.sections.keys()].filter((at) =>
    sets.every((set) => set.has(shortest.sections[at] ?? -1)),
  );
  return {
    sections: Uint32Array.from(kept, (at) => shortest.sections[at] ?? 0),
    counts: Uint8Array.from(kept, (at) => shortest.counts[at] ?? 0),
    marks: Uint8Array.from(kept, (at) => shortest.marks[at] ?? 0),
  };
}
