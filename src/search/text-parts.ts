import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Piece } from './html-to-pieces.ts';
import type { ArticleName, StoredSection } from './stored-article.ts';

/** Writes ids and titles. */
export function writeNamesPart(writer: ByteWriter, articles: ArticleName[]): void {
  for (const { id, title } of articles) {
    writer.text(id);
    writer.text(title);
  }
}

/** Reads a `names` part. */
export function readNamesPart(bytes: Uint8Array): ArticleName[] {
  const reader = new ByteReader(bytes);
  const names: ArticleName[] = [];
  while (!reader.done) names.push({ id: reader.text(), title: reader.text() });
  return names;
}

/** Characters of the private use area that stand before each piece of a section, by kind. */
const pieceMarks: Record<Piece['kind'], string> = {
  text: '\ue011',
  step: '\ue012',
  item: '\ue013',
  code: '\ue014',
  row: '\ue015',
  head: '\ue016',
};
const kindOfMark = new Map(Object.entries(pieceMarks).map(([kind, mark]) => [mark, kind as Piece['kind']]));
const titleMark = '\ue010';
const reserved = /[\ue010-\ue016]/g;

/** A section as one text. Its title is left out where it is the article's. */
export function sectionToText({ anchor, title, pieces }: StoredSection, articleTitle: string): string {
  const clean = (text: string) => text.replace(reserved, ' ');
  const lines = pieces.map(({ kind, text }) => pieceMarks[kind] + clean(text));
  return `${clean(anchor)}${titleMark}${title === articleTitle ? '' : clean(title)}${lines.join('')}`;
}

/** The section that `sectionToText` wrote. */
export function textToSection(text: string, articleTitle: string): StoredSection {
  const pieces: Piece[] = [];
  const first = nextPiece(text, 0);
  for (let start = first; start < text.length;) {
    const end = nextPiece(text, start + 1);
    pieces.push({ kind: kindOfMark.get(text[start] ?? '') ?? 'text', text: text.slice(start + 1, end) });
    start = end;
  }
  const [anchor = '', title = ''] = text.slice(0, first).split(titleMark);
  return { anchor, title: title || articleTitle, pieces };
}

function nextPiece(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isPieceMark(text.charCodeAt(at))) at++;
  return at;
}

function isPieceMark(code: number): boolean {
  return code > 0xe010 && code <= 0xe016;
}

/** How the sections of a `texts` part are written: as UTF-8, or as numbers of words (see text-coding.ts). */
export type TextForm = 'plain' | 'coded';

/** Writes the sections of several articles, one after the other: their number, their lengths, then all of them. */
export function packTexts(sections: Uint8Array[], form: TextForm): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(form === 'coded' ? 1 : 0);
  writer.number(sections.length);
  for (const section of sections) writer.number(section.length);
  for (const section of sections) writer.bytes(section);
  return writer.finish();
}

/** Finds sections in what `packTexts` wrote. */
export class TextsPart {
  readonly form: TextForm;
  private readonly bytes: Uint8Array;
  private readonly ends: Uint32Array;
  private readonly start: number;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.form = reader.byte() === 1 ? 'coded' : 'plain';
    this.ends = new Uint32Array(reader.number());
    let end = 0;
    for (let section = 0; section < this.ends.length; section++) this.ends[section] = end += reader.number();
    this.bytes = bytes;
    this.start = reader.position;
  }

  /** Number of sections. */
  get length(): number {
    return this.ends.length;
  }

  /** The bytes of one section, by its place in the part. */
  section(position: number): Uint8Array {
    const from = position === 0 ? 0 : (this.ends[position - 1] ?? 0);
    return this.bytes.subarray(this.start + from, this.start + (this.ends[position] ?? from));
  }
}
