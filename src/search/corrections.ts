import type { Lexicon, LexiconWord } from './lexicon.ts';
import { letterSetOf } from './lexicon.ts';

/** A word of the articles close to one they do not have. */
export interface Correction {
  word: LexiconWord;
  /** Letters inserted, dropped, replaced or swapped with their neighbour. */
  distance: number;
  /** The beginning of the word that is as long as what was typed, where only a beginning was; else the word. */
  compared: string;
}

const letters = /^\p{L}+$/u;

/** Most changes that are still taken for a slip, by the length of the word. Codes and numbers are never corrected. */
function allowedDistance(word: string): number {
  if (!letters.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Words of the articles that a misspelt word may stand for: those that the fewest changes make of it. With
 * `isBeginning`, the words whose beginning it may be.
 *
 * A change adds or takes away at most two letters from the set a word is made of, so comparing these sets first leaves
 * few words whose distance has to be worked out.
 */
export function correctionsOf(lexicon: Lexicon, word: string, isBeginning = false): Correction[] {
  const limit = allowedDistance(word);
  if (limit === 0) return [];
  const found: Correction[] = [];
  const letterSet = letterSetOf(word);
  for (const { words, letterSets } of lexicon.all()) {
    for (let at = 0; at < words.length; at++) {
      const set = letterSets[at] ?? 0;
      if (bitsIn(isBeginning ? letterSet & ~set : set ^ letterSet) > (isBeginning ? limit : 2 * limit))
        continue;
      const candidate = words[at];
      if (!candidate || candidate.folded.length < 3) continue;
      for (const compared of isBeginning
        ? beginningsOf(candidate.folded, word.length, limit)
        : [candidate.folded]) {
        if (Math.abs(compared.length - word.length) > limit) continue;
        const distance = distanceBetween(word, compared);
        if (distance > 0 && distance <= limit) found.push({ word: candidate, distance, compared });
      }
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found.filter(({ distance }) => distance === least);
}

/** How a word sounds, roughly, in French and English: what people who spell by ear keep. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/eau|au/g, 'o')
    .replace(/[ae]i/g, 'e')
    .replace(/[ae](?=[mn][^aeiouymn])/g, 'a')
    .replace(/t(?=ion)|ss?c?(?=[eiy])|c(?=[eiy])/g, 's')
    .replace(/qu?|k/g, 'c')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?:e|es|s|t|x)$/, '');
}

function isSwap(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
}

/** Letters that are heard first: vowels, doubled letters and the ending left out. */
function frameOf(word: string): string {
  return word.replace(/(.)\1+/g, '$1').replace(/[aeiouy]|[sx]$/g, '');
}

const minFramed = 6;

/**
 * How likely a correction is what was meant, 0 to 1, by letters alone: high for words that sound alike or differ by two
 * neighbours swapped or by a vowel, else the less, the larger the share of letters that had to change. Four letters
 * with one changed are most often another word.
 */
export function likelihoodOf({ compared, distance }: Correction, typed: string): number {
  const length = Math.max(compared.length, typed.length);
  if (soundOf(compared) === soundOf(typed) || (distance === 1 && isSwap(compared, typed))) return 0.9;
  const isFramed = length >= minFramed && frameOf(compared) === frameOf(typed);
  return Math.max(isFramed ? 0.7 : 0, Math.min(0.8, 1 - (3 * distance) / length));
}

/** Beginnings of a word as long as what was typed, and a little longer: a letter may have been left out. */
function beginningsOf(word: string, length: number, limit: number): string[] {
  return [...Array(limit + 1).keys()].map((more) => word.slice(0, length + more));
}

function bitsIn(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Changes from one word to the other; a swap of neighbours is one (Damerau and Levenshtein, restricted form). */
function distanceBetween(one: string, other: string): number {
  const width = other.length + 1;
  const rows = new Uint8Array((one.length + 1) * width);
  for (let column = 0; column < width; column++) rows[column] = column;
  for (let row = 1; row <= one.length; row++) {
    const start = row * width;
    rows[start] = row;
    for (let column = 1; column < width; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const replaced = (rows[start - width + column - 1] ?? 0) + (isSame ? 0 : 1);
      let value = Math.min(
        (rows[start - width + column] ?? 0) + 1,
        (rows[start + column - 1] ?? 0) + 1,
        replaced,
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) value = Math.min(value, (rows[start - 2 * width + column - 2] ?? 0) + 1);
      rows[start + column] = value;
    }
  }
  return rows[rows.length - 1] ?? 0;
}
