import type { FoundWord, WordFinder } from './find-words.ts';
import type { Piece } from './html-to-pieces.ts';
import { markWords, textsToMark } from './mark-words.ts';
import type { QueryUnit } from './query-unit.ts';

const snippetChars = 180;
const charsBeforeMatch = 40;
const maxScannedChars = 2500;

/** A section as one line, and where it has words that were asked for. */
export interface ReadSection {
  text: string;
  places: FoundWord[];
}

/** Where the extract should begin so that it holds most of what was asked. */
function bestStart(places: FoundWord[]): number {
  let best = 0;
  let bestGain = 0;
  places.forEach(({ start }, from) => {
    const seen = new Set<QueryUnit>();
    for (let at = from; at < places.length; at++) {
      const place = places[at];
      if (!place || place.start > start + snippetChars - charsBeforeMatch) break;
      seen.add(place.unit);
    }
    const gain = [...seen].reduce((sum, unit) => sum + unit.idf * unit.weight, 0);
    if (gain > bestGain * 1.05) {
      bestGain = gain;
      best = start;
    }
  });
  return best;
}

/** As much of the pieces as an extract can be cut from. */
function oneLine(pieces: Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    if (text.length > maxScannedChars + 2 * snippetChars) break;
    text += (text === '' ? '' : ' ') + piece.text.replace(/\s{2,}|[^\S ]/g, ' ');
  }
  return text;
}

/** Reads the beginning of a section. */
export function readSection(pieces: Piece[], find: WordFinder): ReadSection {
  const text = oneLine(pieces);
  return { text, places: find(text.slice(0, maxScannedChars)) };
}

/** An extract of a section, one line long, as safe HTML with matched words marked. */
export function chooseSnippet(locale: string, { text, places }: ReadSection, units: QueryUnit[]): string {
  const match = bestStart(places);
  const from = match <= charsBeforeMatch ? 0 : text.indexOf(' ', match - charsBeforeMatch) + 1;
  const start = from > match ? match : from;
  const limit = start + snippetChars;
  const end =
    limit >= text.length ? text.length : Math.max(text.lastIndexOf(' ', limit), start + snippetChars / 2);
  const texts = textsToMark(units);
  const marked = markWords(locale, text.slice(start, end), texts);
  return `${start > 0 ? '… ' : ''}${marked}${end < text.length ? ' …' : ''}`;
}
