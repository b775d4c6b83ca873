import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { partOfNumber, partOfWord } from './index-format.ts';
import type { PartEntry, PartSource, WantedParts } from './index-format.ts';
import { sharedPrefix } from './lexicon.ts';
import { emptyPostings, readPostings, writePostings } from './postings.ts';
import type { Postings } from './postings.ts';

/** A term and where it occurs. */
export interface TermPostings {
  text: string;
  postings: Postings;
}

/** Writes the terms of one part: first what they are, then where they occur. */
export function writeTermPart(writer: ByteWriter, terms: TermPostings[]): void {
  writer.number(terms.length);
  const lists = new ByteWriter();
  let previous = '';
  for (const { text, postings } of terms) {
    const before = lists.length;
    writePostings(lists, postings);
    const shared = sharedPrefix(previous, text);
    writer.number(shared);
    writer.text(text.slice(shared));
    writer.number(postings.sections.length);
    writer.number(lists.length - before);
    previous = text;
  }
  writer.bytes(lists.finish());
}

interface TermPart {
  texts: string[];
  counts: Uint32Array;
  offsets: Uint32Array;
  bytes: Uint8Array;
}

function readTermPart(bytes: Uint8Array): TermPart {
  const reader = new ByteReader(bytes);
  const length = reader.number();
  const texts: string[] = [];
  const counts = new Uint32Array(length);
  const offsets = new Uint32Array(length);
  let previous = '';
  let offset = 0;
  for (let position = 0; position < length; position++) {
    previous = previous.slice(0, reader.number()) + reader.text();
    texts.push(previous);
    counts[position] = reader.number();
    offsets[position] = offset;
    offset += reader.number();
  }
  return { texts, counts, offsets: offsets.map((start) => start + reader.position), bytes };
}

/** All terms of the index by number, in alphabetical order, with their postings read when first asked for. */
export class TermTable {
  private readonly source: PartSource;
  private readonly parts: PartEntry[];
  private readonly read: (TermPart | undefined)[] = [];
  private readonly known = new Map<number, Postings>();

  constructor(source: PartSource, parts: PartEntry[]) {
    this.source = source;
    this.parts = parts;
  }

  private part(number: number): TermPart {
    return (this.read[number] ??= readTermPart(this.source.read('postings', number)));
  }

  /** The parts with the postings of these terms, and those in which these texts are looked up. */
  partsOf(terms: Iterable<number>, texts: Iterable<string> = []): WantedParts {
    const numbers = [...terms].map((term) => partOfNumber(this.parts, term));
    const places = [...texts].map((text) => partOfWord(this.parts, text));
    return { kind: 'postings', parts: [...numbers, ...places] };
  }

  /** Makes sure that postings of these terms can be read, and that these texts can be looked up. */
  require(terms: Iterable<number>, texts: Iterable<string> = []): void {
    this.source.require(this.partsOf(terms, texts));
  }

  /** Number of the term, if the articles hold it. */
  find(text: string): number | undefined {
    const number = partOfWord(this.parts, text);
    const { texts } = this.part(number);
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((texts[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return texts[low] === text ? (this.parts[number]?.start ?? 0) + low : undefined;
  }

  /** The term's text. */
  text(term: number): string {
    const number = partOfNumber(this.parts, term);
    return this.part(number).texts[term - (this.parts[number]?.start ?? 0)] ?? '';
  }

  /** Number of sections the term occurs in. */
  count(term: number): number {
    const number = partOfNumber(this.parts, term);
    return this.part(number).counts[term - (this.parts[number]?.start ?? 0)] ?? 0;
  }

  /** Where the term occurs. */
  postings(term: number): Postings {
    let postings = this.known.get(term);
    if (!postings) {
      const number = partOfNumber(this.parts, term);
      const { counts, offsets, bytes } = this.part(number);
      const position = term - (this.parts[number]?.start ?? 0);
      const count = counts[position];
      postings = count ? readPostings(new ByteReader(bytes, offsets[position]), count) : emptyPostings(0);
      this.known.set(term, postings);
    }
    return postings;
  }
}
