import { layOut } from './index-format.ts';
import type { IndexHeader, PartKind } from './index-format.ts';
import { readHeader } from './load-index.ts';
import { hashBytes } from './term-rules.ts';

/** What a browser fetches first: the index's description of itself, and the names of its parts. */
export interface IndexManifest extends IndexHeader {
  names: Record<PartKind, string[]>;
}

/** A file of the static index; its name follows from its content, so that it can be cached for ever. */
export interface IndexPart {
  name: string;
  bytes: Uint8Array;
}

/** Cuts an index file into the parts a browser fetches as it needs them. */
export function splitIndex(bytes: Uint8Array): { manifest: IndexManifest; parts: IndexPart[] } {
  const { header, end } = readHeader(bytes);
  const names: Record<PartKind, string[]> = { core: [], lexicon: [], postings: [], names: [], texts: [] };
  const parts = layOut(header, end).map(({ kind, from, to }): IndexPart => {
    const content = bytes.slice(from, to);
    const name = `${header.locale}-${hashBytes(content)}.bin`;
    names[kind].push(name);
    return { name, bytes: content };
  });
  return { manifest: { ...header, names }, parts };
}
