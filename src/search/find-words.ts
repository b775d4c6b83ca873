import { analyse } from './analyse.ts';
import { foldAccents, lowerCase } from './fold.ts';
import type { QueryUnit } from './query-unit.ts';

/** A word of a text that a unit of the query asks for. */
export interface FoundWord {
  unit: QueryUnit;
  /** The word as the text has it, without accents. */
  word: string;
  /** Where the word begins, in UTF-16 units. */
  start: number;
}

/** Finds in any text the words that a query asks for. */
export type WordFinder = (text: string) => FoundWord[];

/** A stem may differ from the word in its last letter: `study`, `studi`. */
const lengthKept = 4;

/** What may follow the beginning of a stem, and one too short to be told from another word's: `pay`, not `payload`. */
const endings = { any: '[a-z0-9]*', short: '[a-z]{0,3}(?![a-z0-9])' };

function beginningOf(stem: string): string {
  return stem.length > lengthKept ? stem.slice(0, -1) : stem;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * Makes a finder that is good enough to choose an extract by: it looks for the beginnings of stems at the beginnings of
 * words, many times faster than analysing the text. Text that changes its length without accents is analysed.
 */
export function wordFinder(locale: string, units: QueryUnit[]): WordFinder {
  const unitOf = new Map<string, QueryUnit>();
  for (const unit of units) for (const text of unit.texts) unitOf.set(beginningOf(text), unit);
  const beginnings = [...unitOf.keys()].filter(Boolean).sort((one, other) => other.length - one.length);
  if (beginnings.length === 0) return () => [];
  const patterns = beginnings.map((beginning) => {
    const ending = beginning.length < lengthKept ? endings.short : endings.any;
    return `(${escapePattern(beginning)})${ending}`;
  });
  const pattern = new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})`, 'g');
  const ordered = beginnings.map((beginning) => unitOf.get(beginning));
  return (text) => {
    const folded = foldAccents(lowerCase(text));
    if (folded.length !== text.length) return findByTerms(locale, text, units);
    return [...folded.matchAll(pattern)].flatMap((match) => {
      const unit = ordered[match.findIndex((part, at) => at > 0 && part !== undefined) - 1];
      return unit ? [{ unit, word: match[0], start: match.index }] : [];
    });
  };
}

function findByTerms(locale: string, text: string, units: QueryUnit[]): FoundWord[] {
  return analyse(locale, text).flatMap((term) => {
    const unit = units.find((candidate) => candidate.texts.has(term.text));
    return unit ? [{ unit, word: term.folded, start: term.start }] : [];
  });
}
