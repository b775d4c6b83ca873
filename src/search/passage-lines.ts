import type { Piece } from './html-to-pieces.ts';

/** A sentence, a step, an item, a row or a block of code: what passages are put together from. */
export interface Line {
  kind: Piece['kind'];
  text: string;
  /** Number of the piece it comes from. */
  piece: number;
  /** Place in its list or table, from 1; 0 outside. */
  place: number;
  /** Lines in that list or table. */
  outOf: number;
  /** Whether it only announces what follows: "Proceed as follows:". */
  isIntroduction: boolean;
  /** Whether it only points elsewhere: "For more information, see…". */
  isPointer: boolean;
}

const introduction = /[:：]\s*$/u;
const pointer =
  /^(?:pour (?:plus d.informations?|en savoir plus)|pour aller plus loin|voir (?:aussi|également)|voyez|consultez|reportez-vous|en savoir plus|for (?:more|further|additional) (?:information|details)|see (?:also|the)|refer to|learn more|to learn more|read more|related)/i;
/** Words of a label such as "Note" or "Attention" that stands above a callout. */
const maxLabelWords = 2;

function sentencesOf(locale: string, text: string): string[] {
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)];
  return segments.map(({ segment }) => segment.trim()).filter(Boolean);
}

function isLabel({ kind, text }: Piece): boolean {
  return kind === 'text' && !/[.!?:…»)]$/u.test(text) && text.split(/\s+/).length <= maxLabelWords;
}

function listOf(kind: Piece['kind']): string {
  return kind === 'head' || kind === 'row' ? 'table' : kind;
}

/** Numbers the pieces of each list and table, and gives the length of each. */
function placesOf(pieces: Piece[]): { place: number; outOf: number }[] {
  const places = pieces.map(() => ({ place: 0, outOf: 0 }));
  let start = 0;
  pieces.forEach(({ kind }, at) => {
    const next = pieces[at + 1];
    const list = listOf(kind);
    const isLast = !next || listOf(next.kind) !== list || next.kind === 'head';
    if (!isLast) return;
    if (list !== 'text' && list !== 'code') {
      for (let line = start; line <= at; line++)
        places[line] = { place: line - start + 1, outOf: at - start + 1 };
    }
    start = at + 1;
  });
  return places;
}

/** Cuts the pieces of a section into lines; labels of callouts are left out. */
export function linesOf(locale: string, pieces: Piece[]): Line[] {
  const kept = pieces.length > 1 ? pieces.filter((piece) => !isLabel(piece)) : pieces;
  const places = placesOf(kept);
  return kept.flatMap(({ kind, text }, piece) => {
    const texts = kind === 'text' ? sentencesOf(locale, text) : [text];
    return texts.map((line) => ({
      kind,
      text: line,
      piece,
      ...(places[piece] ?? { place: 0, outOf: 0 }),
      isIntroduction: kind === 'text' && introduction.test(line),
      isPointer: pointer.test(line),
    }));
  });
}
