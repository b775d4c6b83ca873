import { foldAccents, lowerCase } from './fold.ts';
import { informationOf } from './query-unit.ts';

/** Letters in a gram: four carry most of a stem and survive most endings and slips. */
const gramLength = 4;
const buckets = 1 << 16;
/** How much of an article's beginning its lead grams cover, in characters, its title included. */
export const gramLeadChars = 400;
const lengthDiscount = 0.5;
const saturation = 1.2;

/** The distinct grams of a text as sorted 16-bit hashes: words without accents, one space between them. */
export function gramsOf(text: string): Uint16Array {
  const even = ` ${foldAccents(lowerCase(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const grams = new Set<number>();
  for (let start = 0; start + gramLength <= even.length; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + gramLength; at++)
      hash = Math.imul(hash ^ even.charCodeAt(at), 0x01000193);
    grams.add((hash ^ (hash >>> 16)) & (buckets - 1));
  }
  return Uint16Array.from(grams).sort();
}

/** Writes lists of grams: their lengths, then all of them as little-endian pairs of bytes. */
export function packGrams(lists: Uint16Array[]): Uint8Array {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const view = new DataView(new ArrayBuffer(2 * (1 + lists.length + total)));
  const values = [lists.length, ...lists.map((list) => list.length)];
  let offset = 0;
  for (const value of values) view.setUint16((offset += 2) - 2, value, true);
  for (const list of lists) for (const gram of list) view.setUint16((offset += 2) - 2, gram, true);
  return new Uint8Array(view.buffer);
}

/** Information of each gram of a query, 0 for all others, and of all of them together. */
export interface GramWorth {
  worth: Float32Array;
  total: number;
}

/** How alike a text and each of many texts are in their grams (BM25 over distinct grams). */
export class GramTable {
  private readonly grams: Uint16Array;
  /** Where each text's grams begin, and one more entry for the end. */
  private readonly starts: Uint32Array;
  private readonly information: Float32Array;
  private readonly averageLength: number;

  /** Takes what `packGrams` wrote, for `count` texts. */
  constructor(bytes: Uint8Array, count: number) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.starts = new Uint32Array(count + 1);
    for (let text = 0; text < count; text++) {
      this.starts[text + 1] = (this.starts[text] ?? 0) + view.getUint16(2 * (1 + text), true);
    }
    const total = this.starts[count] ?? 0;
    this.grams = new Uint16Array(total);
    for (let at = 0; at < total; at++) this.grams[at] = view.getUint16(2 * (1 + count + at), true);
    const counts = new Uint32Array(buckets);
    for (const gram of this.grams) counts[gram] = (counts[gram] ?? 0) + 1;
    this.information = Float32Array.from(counts, (occurrences) => informationOf(occurrences, count));
    this.averageLength = total / Math.max(count, 1) || 1;
  }

  /** What the grams of a text are worth. Made once for a query. */
  worthOf(grams: Uint16Array): GramWorth {
    const worth = new Float32Array(buckets);
    let total = 0;
    for (const gram of grams) total += worth[gram] = this.information[gram] ?? 0;
    return { worth, total: Math.max(total, 1e-9) };
  }

  private shared({ worth }: GramWorth, text: number): number {
    const end = this.starts[text + 1] ?? 0;
    let shared = 0;
    for (let at = this.starts[text] ?? 0; at < end; at++) shared += worth[this.grams[at] ?? 0] ?? 0;
    return shared;
  }

  /** Likeness of text number `text` to what `worth` was made from. */
  score(worth: GramWorth, text: number): number {
    const count = (this.starts[text + 1] ?? 0) - (this.starts[text] ?? 0);
    const length = 1 - lengthDiscount + (lengthDiscount * count) / this.averageLength;
    return (this.shared(worth, text) * (saturation + 1)) / (1 + saturation * length);
  }

  /** Share of the query's grams, by their information, that text number `text` holds. */
  coverage(worth: GramWorth, text: number): number {
    return this.shared(worth, text) / worth.total;
  }
}
