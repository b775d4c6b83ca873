import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** A section and how like it is in meaning to what was asked: the cosine of their vectors, -1 to 1. */
export interface NearSection {
  section: number;
  likeness: number;
}

const largest = 127;

/**
 * A vector of length 1 in a byte for each dimension: what is left out changes a cosine by less than a hundredth, and a
 * shelf takes a quarter of the room.
 */
export function quantise(vector: readonly number[]): Int8Array {
  const length = Math.hypot(...vector) || 1;
  const most = Math.max(...vector.map(Math.abs)) / length || 1;
  return Int8Array.from(vector, (value) => Math.round((value / length / most) * largest));
}

/** Vectors of the sections of one locale, in the order of the index. */
export class SectionVectors {
  /** The model that made them. */
  readonly model: string;
  readonly dimensions: number;
  readonly count: number;
  private readonly values: Int8Array;
  private readonly lengths: Float64Array;

  constructor(model: string, dimensions: number, values: Int8Array) {
    this.model = model;
    this.dimensions = dimensions;
    this.values = values;
    this.count = dimensions === 0 ? 0 : values.length / dimensions;
    this.lengths = Float64Array.from({ length: this.count }, (_, section) =>
      Math.hypot(...values.subarray(section * dimensions, (section + 1) * dimensions)),
    );
  }

  /** The sections nearest to a vector of the same model, nearest first. */
  nearest(vector: readonly number[], howMany: number): NearSection[] {
    if (vector.length !== this.dimensions) return [];
    const asked = quantise(vector);
    const length = Math.hypot(...asked) || 1;
    const all = Array.from(this.lengths, (own, section): NearSection => {
      const start = section * this.dimensions;
      let product = 0;
      for (let at = 0; at < this.dimensions; at++)
        product += (asked[at] ?? 0) * (this.values[start + at] ?? 0);
      return { section, likeness: product / (length * (own || 1)) };
    });
    return all.sort((one, other) => other.likeness - one.likeness).slice(0, howMany);
  }
}

/** Vectors as a file: model, dimensions, then the bytes of each. */
export function packVectors(model: string, vectors: Int8Array[]): Uint8Array {
  const writer = new ByteWriter();
  writer.text(model);
  writer.number(vectors[0]?.length ?? 0);
  const head = writer.finish();
  const dimensions = vectors[0]?.length ?? 0;
  const bytes = new Uint8Array(head.length + vectors.length * dimensions);
  bytes.set(head);
  vectors.forEach((vector, at) =>
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, dimensions), head.length + at * dimensions),
  );
  return bytes;
}

/** Reads what {@link packVectors} wrote. */
export function readVectors(bytes: Uint8Array): SectionVectors {
  const reader = new ByteReader(bytes);
  const model = reader.text();
  const dimensions = reader.number();
  return new SectionVectors(model, dimensions, new Int8Array(bytes.subarray(reader.position)));
}
