import { layOut } from './index-format.ts';
import { browserKinds, partName, toColumns } from './index-manifest.ts';
import type { IndexManifest } from './index-manifest.ts';
import { readHeader } from './load-index.ts';
import { hashBytes, hashText } from './term-rules.ts';
import { TextDecoding } from './text-coding.ts';
import { packTexts, TextsPart } from './text-parts.ts';

/** A file of the static index. */
export interface IndexPart {
  name: string;
  bytes: Uint8Array;
}

/** The same sections as UTF-8: compression on the way to the browser does better with it, and needs no word list. */
function plainTexts(bytes: Uint8Array, coding: TextDecoding): Uint8Array {
  const part = new TextsPart(bytes);
  const encoder = new TextEncoder();
  const sections = Array.from({ length: part.length }, (_, at) =>
    encoder.encode(coding.decode(part.section(at))),
  );
  return packTexts(sections, 'plain');
}

/** Cuts an index file into the parts a browser fetches as it needs them; what only the server uses stays behind. */
export function splitIndex(bytes: Uint8Array): { manifest: IndexManifest; parts: IndexPart[] } {
  const { header, end } = readHeader(bytes);
  const places = layOut(header, end);
  const wordList = places.find(({ kind }) => kind === 'wordList');
  const coding = new TextDecoding(bytes.subarray(wordList?.from, wordList?.to));
  const contents = places
    .filter(({ kind }) => browserKinds.includes(kind))
    .map(({ kind, part, from, to }) => {
      const content = bytes.subarray(from, to);
      return { kind, part, content: kind === 'texts' ? plainTexts(content, coding) : content.slice() };
    });
  const hash = hashText(contents.map(({ content }) => hashBytes(content)).join());
  const folder = `${header.locale}-${hash}`;
  const { parts: entries, ...about } = header;
  const columns = browserKinds.map((kind) => [kind, toColumns(entries[kind])]);
  return {
    manifest: { ...about, folder, parts: Object.fromEntries(columns) as IndexManifest['parts'] },
    parts: contents.map(({ kind, part, content }) => ({
      name: partName(folder, kind, part),
      bytes: content,
    })),
  };
}
