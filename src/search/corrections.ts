import type { Lexicon, LexiconWord } from './lexicon.ts';
import { letterSetOf } from './lexicon.ts';

/** A word of the articles close to one they do not have. */
export interface Correction {
  word: LexiconWord;
  /** Letters inserted, dropped, replaced or swapped with their neighbour. */
  distance: number;
}

const letters = /^\p{L}+$/u;

/** Most changes that are still taken for a slip, by the length of the word. Codes and numbers are never corrected. */
function allowedDistance(word: string): number {
  if (!letters.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Words of the articles that a misspelt word may stand for: those that the fewest changes make of it.
 *
 * A change adds or takes away at most two letters from the set a word is made of, so comparing these sets first leaves
 * few words whose distance has to be worked out.
 */
export function correctionsOf(lexicon: Lexicon, word: string): Correction[] {
  const limit = allowedDistance(word);
  if (limit === 0) return [];
  const found: Correction[] = [];
  const letterSet = letterSetOf(word);
  for (const { words, letterSets } of lexicon.all()) {
    for (let at = 0; at < words.length; at++) {
      if (bitsIn((letterSets[at] ?? 0) ^ letterSet) > 2 * limit) continue;
      const candidate = words[at];
      if (
        !candidate ||
        candidate.folded.length < 3 ||
        Math.abs(candidate.folded.length - word.length) > limit
      )
        continue;
      const distance = distanceBetween(word, candidate.folded);
      if (distance <= limit) found.push({ word: candidate, distance });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found.filter(({ distance }) => distance === least);
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
