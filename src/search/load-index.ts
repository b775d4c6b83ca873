import { ByteReader } from './byte-reader.ts';
import { formatVersion, layOut, magic } from './index-format.ts';
import type { IndexHeader, PartKind, PartSource } from './index-format.ts';
import { SearchIndex } from './search-index.ts';
import { termRulesFingerprint } from './term-rules.ts';

/** Parts of a file that is in memory as a whole. */
class FileSource implements PartSource {
  private readonly slices = new Map<PartKind, Uint8Array[]>();

  constructor(header: IndexHeader, bytes: Uint8Array, start: number) {
    const places = layOut(header, start);
    const length = places.at(-1)?.to ?? start;
    if (length !== bytes.length) {
      throw new Error(
        `The search index is damaged: it should have ${length} bytes and has ${bytes.length}. Build the index again.`,
      );
    }
    for (const { kind, from, to } of places) {
      const slices = this.slices.get(kind) ?? [];
      slices.push(bytes.subarray(from, to));
      this.slices.set(kind, slices);
    }
  }

  read(kind: PartKind, part: number): Uint8Array {
    return this.slices.get(kind)?.[part] ?? new Uint8Array();
  }

  require(): void {
    // Everything is here already.
  }
}

/** Reads what an index file says about itself; throws when it is no index file. */
export function readHeader(bytes: Uint8Array): { header: IndexHeader; end: number } {
  if (bytes.length <= magic.length || magic.some((byte, position) => bytes[position] !== byte)) {
    throw new Error(
      'This is not a search index: it does not begin with the mark of one. Build the index again.',
    );
  }
  const reader = new ByteReader(bytes, magic.length);
  const header = JSON.parse(reader.text()) as IndexHeader;
  return { header, end: reader.position };
}

/** Throws when an index was made by another version or with other term rules; such an index would find nothing. */
export function checkHeader(header: Pick<IndexHeader, 'format' | 'termRules' | 'locale'>): void {
  if (header.format !== formatVersion) {
    throw new Error(
      `The search index has format ${header.format} and this version reads format ${formatVersion}. Build the index again.`,
    );
  }
  if (header.termRules !== termRulesFingerprint(header.locale)) {
    throw new Error(
      `The search index for "${header.locale}" was built with other term rules, so that words would not be found. Build the index again with this version.`,
    );
  }
}

/**
 * Makes an index file ready to be searched. Texts and postings are read when a search first needs them.
 *
 * Throws, saying what is wrong and what to do, when the bytes are no index, are incomplete, have another format, were
 * built with other term rules, or are for another locale than `locale` (checked when given).
 */
export function loadIndex(bytes: Uint8Array, locale?: string): SearchIndex {
  const { header, end } = readHeader(bytes);
  checkHeader(header);
  if (locale !== undefined && header.locale !== locale) {
    throw new Error(
      `The search index is for "${header.locale}" and "${locale}" was asked for. Check which file is loaded for which locale.`,
    );
  }
  return new SearchIndex(header, new FileSource(header, bytes, end));
}
