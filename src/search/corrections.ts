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
  let [before, previous, row] = [[0], [...Array(other.length + 1).keys()], [0]];
  for (let i = 1; i <= one.length; i++) {
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row[j] = value;
    }
    [before, previous] = [previous, row];
  }
  return row[other.length] ?? 0;
}
