import { analyse } from '../../search/analyse.ts';

/** What a text says, as numbered traits with weights whose squares add up to 1. */
export interface Profile {
  traits: Int32Array;
  weights: Float64Array;
}

/** Profiles of texts, and of further texts in the same numbering. */
export interface Profiles {
  known: Profile[];
  traitCount: number;
  profileOf(text: string): Profile;
}

/** Rarity counts a little less than in full: a word few write may be a slip of the pen. */
const rarityPower = 0.7;
const stopWordWeight = 0.7;
const neighbourWeight = 0.5;
const piecesWeight = 0.7;
const pieceLength = 4;
const maxWords = 120;

/** Words, neighbouring words and four-letter pieces of a text, each with its weight before rarity counts. */
function traitsOf(locale: string, text: string): Map<string, number> {
  const terms = analyse(locale, text).slice(0, maxWords);
  const traits = new Map<string, number>();
  terms.forEach((term, position) => {
    traits.set(term.text, term.isStop ? stopWordWeight : 1);
    const before = terms[position - 1];
    if (before) {
      const weight = before.isStop && term.isStop ? stopWordWeight : 1;
      traits.set(`${before.text} ${term.text}`, neighbourWeight * weight);
    }
    addPieces(traits, term.text);
  });
  return traits;
}

/** Pieces let a word meet its misspellings and its relatives; together they weigh less than the word. */
function addPieces(traits: Map<string, number>, word: string): void {
  const framed = `^${word}$`;
  const count = framed.length - pieceLength + 1;
  if (count < 2) return;
  for (let start = 0; start < count; start++) {
    const piece = `#${framed.slice(start, start + pieceLength)}`;
    traits.set(piece, Math.max(traits.get(piece) ?? 0, piecesWeight / Math.sqrt(count)));
  }
}

/**
 * Describes texts of one language by their own words, rare ones weighing more (inverse document frequency). A trait
 * that only one text has says nothing about likeness: it counts in the length of its profile and nowhere else.
 */
export function profileTexts(locale: string, texts: string[]): Profiles {
  const described = texts.map((text) => traitsOf(locale, text));
  const occurrences = new Map<string, number>();
  for (const traits of described)
    for (const trait of traits.keys()) occurrences.set(trait, (occurrences.get(trait) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [trait, count] of occurrences) if (count > 1) numbers.set(trait, numbers.size);
  const toProfile = (traits: Map<string, number>): Profile => {
    const found: number[] = [];
    const weights: number[] = [];
    let squares = 0;
    for (const [trait, plain] of traits) {
      const weight = plain * Math.log(1 + texts.length / (occurrences.get(trait) ?? 1)) ** rarityPower;
      squares += weight * weight;
      const number = numbers.get(trait);
      if (number === undefined) continue;
      found.push(number);
      weights.push(weight);
    }
    const length = Math.sqrt(squares) || 1;
    return {
      traits: Int32Array.from(found),
      weights: Float64Array.from(weights, (weight) => weight / length),
    };
  };
  return {
    known: described.map(toProfile),
    traitCount: numbers.size,
    profileOf: (text) => toProfile(traitsOf(locale, text)),
  };
}
