import { layOut, partKinds, serverKinds } from './index-format.ts';
import type { IndexHeader, PartKind } from './index-format.ts';
import { readHeader } from './load-index.ts';
import { hashBytes } from './term-rules.ts';
import { TextDecoding } from './text-coding.ts';
import { packTexts, TextsPart } from './text-parts.ts';

/** What a browser fetches first: the index's description of itself, and the names of its parts. */
export interface IndexManifest extends IndexHeader {
  names: Record<PartKind, string[]>;
}

/** A file of the static index; its name follows from its content, so that it can be cached for ever. */
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
  const names = Object.fromEntries(partKinds.map((kind) => [kind, [] as string[]])) as Record<
    PartKind,
    string[]
  >;
  const places = layOut(header, end);
  const wordList = places.find(({ kind }) => kind === 'wordList');
  const coding = new TextDecoding(bytes.subarray(wordList?.from, wordList?.to));
  const parts = places
    .filter(({ kind }) => !serverKinds.includes(kind))
    .map(({ kind, from, to }): IndexPart => {
      const content = kind === 'texts' ? plainTexts(bytes.subarray(from, to), coding) : bytes.slice(from, to);
      const name = `${header.locale}-${hashBytes(content)}.bin`;
      names[kind].push(name);
      return { name, bytes: content };
    });
  return { manifest: { ...header, names }, parts };
}
