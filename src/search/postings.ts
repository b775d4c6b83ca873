import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Where a term occurs: three columns of the same length, in the order of sections. */
export interface Postings {
  /** Numbers of the sections. */
  sections: Uint32Array;
  /** Occurrences in the text of the section, at most 255. */
  counts: Uint8Array;
  /** Other places it occurs in: see `marks`. */
  marks: Uint8Array;
}

/** Bits of `Postings.marks`. What belongs to the article as a whole is marked on its first section. */
export const marks = {
  /** Two bits: occurrences in the article's title, at most 3. */
  title: 0b0000_0011,
  /** Two bits, shifted by `headingShift`: occurrences in the section's headings, at most 3. */
  heading: 0b0000_1100,
  headingShift: 2,
  keyword: 0b0001_0000,
  /** Within the first 400 characters of the article. */
  lead: 0b0010_0000,
} as const;

/** Shape of a posting, in two bits beside the distance: the two commonest need no further byte. */
const shape = { other: 0, once: 1, onceInLead: 2, counted: 3 } as const;

/** Writes postings: distances between sections, then what differs from a single occurrence in the text. */
export function writePostings(writer: ByteWriter, postings: Postings): void {
  let previous = -1;
  postings.sections.forEach((section, position) => {
    const count = postings.counts[position] ?? 0;
    const mark = postings.marks[position] ?? 0;
    const form =
      mark === 0
        ? count === 1
          ? shape.once
          : shape.counted
        : mark === marks.lead && count === 1
          ? shape.onceInLead
          : shape.other;
    writer.number((section - previous - 1) * 4 + form);
    if (form === shape.other) writer.byte(mark);
    if (form === shape.other || form === shape.counted) writer.byte(count);
    previous = section;
  });
}

/** Reads `length` postings from the reader's place. */
export function readPostings(reader: ByteReader, length: number): Postings {
  const postings = emptyPostings(length);
  let section = -1;
  for (let position = 0; position < length; position++) {
    const head = reader.number();
    const form = head & 3;
    section += (head >>> 2) + 1;
    postings.sections[position] = section;
    postings.marks[position] =
      form === shape.other ? reader.byte() : form === shape.onceInLead ? marks.lead : 0;
    postings.counts[position] = form === shape.other || form === shape.counted ? reader.byte() : 1;
  }
  return postings;
}

/** Columns to be filled. */
export function emptyPostings(length: number): Postings {
  return { sections: new Uint32Array(length), counts: new Uint8Array(length), marks: new Uint8Array(length) };
}
