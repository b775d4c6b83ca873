import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { partOfWord } from './index-format.ts';
import type { PartEntry, PartSource, WantedParts } from './index-format.ts';

/** A word of the articles: what readers type, before stemming. */
export interface LexiconWord {
  /** Without accents. */
  folded: string;
  /** As it is written most often. */
  written: string;
  /** Numbers of the terms it leads to. */
  terms: number[];
}

/** Writes words in alphabetical order, each as what differs from the one before. */
export function writeLexiconPart(writer: ByteWriter, words: LexiconWord[]): void {
  let previous = '';
  let previousTerm = 0;
  for (const { folded, written, terms } of words) {
    const shared = sharedPrefix(previous, folded);
    writer.number(shared);
    writer.text(folded.slice(shared));
    writer.number(terms.length * 2 + (written === folded ? 0 : 1));
    for (const term of terms) {
      writer.signed(term - previousTerm);
      previousTerm = term;
    }
    if (written !== folded) writer.text(written);
    previous = folded;
  }
}

/** One part as it is read. */
export interface LexiconPart {
  words: LexiconWord[];
  /** `letterSetOf` each word. */
  letterSets: Int32Array;
}

/** The letters of a word as bits: one for each of a to z, one for digits, the rest shared by all other letters. */
export function letterSetOf(folded: string): number {
  let set = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const isLetter = code >= 97 && code <= 122;
    set |= 1 << (isLetter ? code - 97 : code >= 48 && code <= 57 ? 26 : 27 + (code % 5));
  }
  return set;
}

function readLexiconPart(bytes: Uint8Array): LexiconPart {
  const reader = new ByteReader(bytes);
  const words: LexiconWord[] = [];
  let previous = '';
  let term = 0;
  while (!reader.done) {
    const folded = previous.slice(0, reader.number()) + reader.text();
    const head = reader.number();
    const terms = Array.from({ length: head >> 1 }, () => (term += reader.signed()));
    words.push({ folded, written: head & 1 ? reader.text() : folded, terms });
    previous = folded;
  }
  return { words, letterSets: Int32Array.from(words, (word) => letterSetOf(word.folded)) };
}

/** Length of the beginning that two words share. */
export function sharedPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** The words of all articles, in alphabetical order: exact look-up, prefixes and near misses. */
export class Lexicon {
  private readonly source: PartSource;
  private readonly parts: PartEntry[];
  private readonly read: (LexiconPart | undefined)[] = [];

  constructor(source: PartSource, parts: PartEntry[]) {
    this.source = source;
    this.parts = parts;
  }

  private part(number: number): LexiconPart {
    return (this.read[number] ??= readLexiconPart(this.source.read('lexicon', number)));
  }

  /** The parts in which the words are looked up. */
  partsOf(folded: string[]): WantedParts {
    return { kind: 'lexicon', parts: folded.map((word) => partOfWord(this.parts, word)) };
  }

  /** Makes sure that the words can be looked up. */
  require(folded: string[]): void {
    this.source.require(this.partsOf(folded));
  }

  /** The word itself, if the articles hold it. */
  get(folded: string): LexiconWord | undefined {
    const { words } = this.part(partOfWord(this.parts, folded));
    const word = words[firstFrom(words, folded)];
    return word?.folded === folded ? word : undefined;
  }

  /** Words that begin with `prefix`, in alphabetical order, at most `limit`. */
  startingWith(prefix: string, limit: number): LexiconWord[] {
    const found: LexiconWord[] = [];
    for (let number = partOfWord(this.parts, prefix); number < this.parts.length; number++) {
      if (found.length > 0 || number > 0) this.source.require({ kind: 'lexicon', parts: [number] });
      const { words } = this.part(number);
      for (let at = firstFrom(words, prefix); at < words.length; at++) {
        const word = words[at];
        if (!word?.folded.startsWith(prefix) || found.length >= limit) return found;
        found.push(word);
      }
      if (!(this.parts[number + 1]?.first ?? '').startsWith(prefix)) return found;
    }
    return found;
  }

  /** Every part. */
  all(): LexiconPart[] {
    this.source.require({ kind: 'lexicon', parts: this.parts.keys() });
    return this.parts.map((_, number) => this.part(number));
  }
}

function firstFrom(words: LexiconWord[], folded: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.folded ?? '') < folded) low = middle + 1;
    else high = middle;
  }
  return low;
}
