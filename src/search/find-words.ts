import { analyse } from './analyse.ts';
import { foldAccents, lowerCase } from './fold.ts';
import type { QueryUnit } from './query-unit.ts';

/** A word of a text that a unit of the query asks for. */
export interface FoundWord {
  unit: QueryUnit;
  /** Where the word begins, in UTF-16 units. */
  start: number;
}

/** Finds in any text the words that a query asks for. */
export type WordFinder = (text: string) => FoundWord[];

/** A stem may differ from the word in its last letter: `study`, `studi`. */
const lengthKept = 4;

/** Letters that may follow a stem too short to be told from the beginning of another word: `pay`, not `payload`. */
const shortEnding = '[a-z]{0,3}(?![a-z0-9])';

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
  const patterns = beginnings.map((beginning) =>
    beginning.length < lengthKept
      ? `${escapePattern(beginning)}(?=${shortEnding})`
      : escapePattern(beginning),
  );
  const pattern = new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})`, 'g');
  return (text) => {
    const folded = foldAccents(lowerCase(text));
    if (folded.length !== text.length) return findByTerms(locale, text, units);
    return [...folded.matchAll(pattern)].flatMap((match) => {
      const unit = unitOf.get(match[0]);
      return unit ? [{ unit, start: match.index }] : [];
    });
  };
}

function findByTerms(locale: string, text: string, units: QueryUnit[]): FoundWord[] {
  return analyse(locale, text).flatMap((term) => {
    const unit = units.find((candidate) => candidate.texts.has(term.text));
    return unit ? [{ unit, start: term.start }] : [];
  });
}
