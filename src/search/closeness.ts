import { analyse } from './analyse.ts';
import type { FoundWord, WordFinder } from './find-words.ts';
import type { QueryUnit } from './query-unit.ts';
import learned from './closeness.json' with { type: 'json' };

/** What is looked at: how literally a text holds a query, and how close together. Each from 0 to 1. */
export const closenessNames = ['literal', 'literalTogether', 'together'] as const;

/** A number for each of `closenessNames`. */
export type Closeness = Record<(typeof closenessNames)[number], number>;

const noCloseness: Closeness = { literal: 0, literalTogether: 0, together: 0 };
/** A sentence or two. */
const windowChars = 140;
/** Closeness says nothing of one word, hardly more of two, and all it can of six. */
const words = { silent: 2, full: 6 } as const;

/** Where words stand: in one sentence with those less than a window away. */
interface Place<Word> {
  word: Word;
  start: number;
}

/** The most that the words within one window are worth, each word counted once. */
function bestWindow<Word>(places: Place<Word>[], worthOf: (word: Word) => number): number {
  const inside = new Map<Word, number>();
  let [worth, best, first] = [0, 0, 0];
  for (const { word, start } of places) {
    const count = inside.get(word) ?? 0;
    if (count === 0) worth += worthOf(word);
    inside.set(word, count + 1);
    for (let left = places[first]; left && left.start < start - windowChars; left = places[++first]) {
      const remaining = (inside.get(left.word) ?? 1) - 1;
      inside.set(left.word, remaining);
      if (remaining === 0) worth -= worthOf(left.word);
    }
    best = Math.max(best, worth);
  }
  return best;
}

/** Never 0, so that shares of it can be taken. */
function sum(values: Iterable<number>): number {
  let total = 1e-9;
  for (const value of values) total += value;
  return total;
}

/** What the query asks for by a word that stands in one of its units; nothing by one it passes over. */
function informationOf(text: string, units: QueryUnit[]): number {
  const unit = units.find(({ texts }) => texts.has(text));
  return unit ? unit.idf * unit.weight : 0;
}

/**
 * Reads how literally and how close together sections hold a query: of two articles that have all its words, the one that
 * says them in a sentence should come first (term proximity, Tao and Zhai 2007).
 */
export class CloseReader {
  private readonly find: WordFinder;
  /** Words of the query without their accents, and what each asks for. */
  private readonly words: Map<string, number>;
  private readonly literalInformation: number;
  private readonly information: number;

  /** `query` is what was asked, with its spelling put right. */
  constructor(locale: string, query: string, units: QueryUnit[], find: WordFinder) {
    this.find = find;
    const terms = analyse(locale, query).filter(({ role, isStop }) => role === 'word' && !isStop);
    this.words = new Map(terms.map(({ folded, text }) => [folded, informationOf(text, units)]));
    this.literalInformation = sum(this.words.values());
    this.information = sum(units.map(({ idf, weight }) => idf * weight));
  }

  /** How much closeness has to say of this query, from 0 to 1. */
  get say(): number {
    const share = (this.words.size - words.silent) / (words.full - words.silent);
    return Math.min(Math.max(share, 0), 1);
  }

  /** `places` are words that were asked for, in a section whose title and article's title are `titles`; not looked at for a query that closeness says nothing of. */
  read(titles: string, places: FoundWord[]): Closeness {
    if (this.say === 0) return noCloseness;
    const inTitles = this.find(titles).map((found) => ({ ...found, start: found.start - titles.length }));
    const found = [...inTitles, ...places];
    const literal = found.filter(({ word }) => this.words.has(word));
    const worthOf = (word: string) => this.words.get(word) ?? 0;
    const units = found.map(({ unit, start }) => ({ word: unit, start }));
    return {
      literal: sum([...new Set(literal.map(({ word }) => word))].map(worthOf)) / this.literalInformation,
      literalTogether: bestWindow(literal, worthOf) / this.literalInformation,
      together: bestWindow(units, ({ idf, weight }) => idf * weight) / this.information,
    };
  }
}

/** What closeness adds to the score of an article. */
export function gainOf(closeness: Closeness): number {
  return closenessNames.reduce((total, name) => total + learned[name] * closeness[name], 0);
}
