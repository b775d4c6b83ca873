import type { Lexicon, LexiconWord } from './lexicon.ts';
import { sharedPrefix } from './lexicon.ts';

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
 * Words of the articles that a misspelt word may stand for, closest first.
 *
 * Walks the alphabetical list once and keeps the rows of the distance matrix that neighbours share (Damerau and
 * Levenshtein, restricted form: a swap of neighbours counts as one change).
 */
export function correctionsOf(lexicon: Lexicon, word: string): Correction[] {
  const limit = allowedDistance(word);
  if (limit === 0) return [];
  const found: Correction[] = [];
  const matrix = new DistanceRows(word, limit);
  for (const candidate of lexicon.all()) {
    const distance = matrix.distanceTo(candidate.folded);
    if (distance <= limit && candidate.folded.length > 2) found.push({ word: candidate, distance });
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found.filter(({ distance }) => distance === least);
}

/** Distances from one word to many, in alphabetical order. */
class DistanceRows {
  private readonly word: string;
  private readonly limit: number;
  private readonly width: number;
  private rows: Uint8Array;
  private previous = '';
  /** Rows beyond this length of `previous` were not computed, because no continuation can be close enough. */
  private hopelessFrom = Number.POSITIVE_INFINITY;

  constructor(word: string, limit: number) {
    this.word = word;
    this.limit = limit;
    this.width = word.length + 1;
    this.rows = new Uint8Array(this.width * (word.length + limit + 2));
    for (let column = 0; column < this.width; column++) this.rows[column] = column;
  }

  distanceTo(other: string): number {
    const shared = sharedPrefix(this.previous, other);
    this.previous = other;
    if (shared >= this.hopelessFrom) return this.limit + 1;
    this.hopelessFrom = Number.POSITIVE_INFINITY;
    const longest = this.word.length + this.limit;
    for (let length = shared + 1; length <= Math.min(other.length, longest + 1); length++) {
      if (length > longest || this.fillRow(other, length) > this.limit) {
        this.hopelessFrom = length;
        return this.limit + 1;
      }
    }
    return this.rows[other.length * this.width + this.width - 1] ?? this.limit + 1;
  }

  /** Fills the row of the first `length` letters of `other`; gives its smallest value. */
  private fillRow(other: string, length: number): number {
    const { word, width, rows } = this;
    const row = length * width;
    const letter = other[length - 1];
    rows[row] = length;
    let least = length;
    for (let column = 1; column < width; column++) {
      const above = (rows[row - width + column] ?? 0) + 1;
      const left = (rows[row + column - 1] ?? 0) + 1;
      let value = Math.min(
        above,
        left,
        (rows[row - width + column - 1] ?? 0) + (letter === word[column - 1] ? 0 : 1),
      );
      if (length > 1 && column > 1 && letter === word[column - 2] && other[length - 2] === word[column - 1]) {
        value = Math.min(value, (rows[row - 2 * width + column - 2] ?? 0) + 1);
      }
      rows[row + column] = value;
      if (value < least) least = value;
    }
    return least;
  }
}
