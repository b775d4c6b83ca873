import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Piece } from './html-to-pieces.ts';
import type { ArticleName, StoredArticle, StoredSection } from './stored-article.ts';

const kinds: Piece['kind'][] = ['text', 'step', 'item', 'code', 'row'];

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

/** Writes what is shown of the sections of articles. A title equal to the article's is left out. */
export function writeTextsPart(writer: ByteWriter, articles: StoredArticle[]): void {
  for (const article of articles) {
    writer.number(article.sections.length);
    for (const { anchor, title, pieces } of article.sections) {
      writer.text(anchor);
      writer.text(title === article.title ? '' : title);
      writer.number(pieces.length);
      for (const piece of pieces) {
        writer.byte(kinds.indexOf(piece.kind));
        writer.text(piece.text);
      }
    }
  }
}

function readSection(reader: ByteReader): StoredSection {
  const anchor = reader.text();
  const title = reader.text();
  const pieces = Array.from({ length: reader.number() }, () => ({
    kind: kinds[reader.byte()] ?? 'text',
    text: reader.text(),
  }));
  return { anchor, title, pieces };
}

/** Reads a `texts` part: the sections of each of its articles. Empty section titles stand for the article's. */
export function readTextsPart(bytes: Uint8Array): StoredSection[][] {
  const reader = new ByteReader(bytes);
  const articles: StoredSection[][] = [];
  while (!reader.done) articles.push(Array.from({ length: reader.number() }, () => readSection(reader)));
  return articles;
}
