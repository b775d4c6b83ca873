import type { Synonyms } from './synonyms.ts';

/** Version of the file's layout; raised when a reader of the old layout would misread the new one. */
export const formatVersion = 3;

/** The first eight bytes of an index file. */
export const magic = new TextEncoder().encode('GUICHET\n');

/**
 * The kinds of parts, in the order they have in the file:
 * `core` lengths and attributes of articles and sections (one part), `lexicon` words and the terms they lead to,
 * `postings` terms and where they occur, `names` ids and titles of articles, `texts` what is shown of their sections,
 * `wordList` the words that texts are coded with, `titleGrams` and `leadGrams` character grams (one part each).
 */
export const partKinds = [
  'core',
  'lexicon',
  'postings',
  'names',
  'texts',
  'wordList',
  'titleGrams',
  'leadGrams',
] as const;

/** See `partKinds`. */
export type PartKind = (typeof partKinds)[number];

/** Parts that only the server uses; a static index goes without. */
export const serverKinds: readonly PartKind[] = ['wordList', 'titleGrams', 'leadGrams'];

/** One part: how long it is and where its range begins. */
export interface PartEntry {
  bytes: number;
  /** First word of a `lexicon` part, first term of a `postings` part; empty elsewhere. */
  first: string;
  /** Number of the first term of a `postings` part, of the first article of a `names` part, of the first section of a `texts` part; 0 elsewhere. */
  start: number;
}

/** What an index says about itself, so that it can be checked before it is used. */
export interface IndexHeader {
  format: number;
  locale: string;
  /** `termRulesFingerprint` of the rules it was built with. */
  termRules: string;
  articleCount: number;
  sectionCount: number;
  termCount: number;
  parts: Record<PartKind, PartEntry[]>;
  synonyms: Synonyms;
}

/** Parts of one kind, by number. */
export interface WantedParts {
  kind: PartKind;
  parts: Iterable<number>;
}

/** Where parts come from: an index file in memory, or parts fetched one by one. */
export interface PartSource {
  /** The bytes of a part. */
  read(kind: PartKind, part: number): Uint8Array;
  /** Says which parts the next steps read, so that what is fetched is fetched at once. */
  require(...wanted: WantedParts[]): void;
}

/** The last part whose range begins at or before a word; 0 when the word comes before all. */
export function partOfWord(parts: PartEntry[], word: string): number {
  return lastPart(parts.length, (part) => (parts[part]?.first ?? '') <= word);
}

/** The part that holds a term or an article, by its number. */
export function partOfNumber(parts: PartEntry[], number: number): number {
  return lastPart(parts.length, (part) => (parts[part]?.start ?? 0) <= number);
}

function lastPart(count: number, isBefore: (part: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the parts of an index begin, when they stand one after the other from `start` on. */
export function layOut(
  header: IndexHeader,
  start: number,
): { kind: PartKind; part: number; from: number; to: number }[] {
  let position = start;
  return partKinds.flatMap((kind) =>
    header.parts[kind].map((entry, part) => ({ kind, part, from: position, to: (position += entry.bytes) })),
  );
}
