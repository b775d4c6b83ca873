import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** What is known of articles and sections by number, without reading their texts. Lengths count content words. */
export interface Shelf {
  /** First section of each article, and one more entry for the end. */
  firstSections: Uint32Array;
  /** Article of each section. */
  articleOf: Uint32Array;
  sectionLengths: Float32Array;
  articleLengths: Float32Array;
  titleLengths: Float32Array;
  /** Information of the content words of each title: see `informationOf`. */
  titleInformation: Float32Array;
  /** Product of each article; empty for those of every product. */
  products: string[];
  /** Whom each article is for, names joined by `, `; empty for everybody. */
  audiences: string[];
  /** Folders of each article, joined by `/`. */
  categories: string[];
  /** ISO date after which an article is overdue; empty for none. */
  reviewDates: string[];
  averages: { section: number; article: number; title: number };
}

/** What the builder hands over for each article. */
export interface ShelfEntry {
  sectionLengths: number[];
  titleLength: number;
  titleInformation: number;
  product: string;
  audience: string;
  category: string;
  reviewBy: string;
}

/** Information is written as whole numbers of this many to the unit. */
const informationScale = 16;

function namesOf({ product, audience, category, reviewBy }: ShelfEntry): string[] {
  return [product, audience, category, reviewBy];
}

/** Writes the `core` part. */
export function writeShelf(writer: ByteWriter, entries: ShelfEntry[]): void {
  const names = [...new Set(entries.flatMap(namesOf))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  writer.number(names.length);
  for (const name of names) writer.text(name);
  writer.number(entries.length);
  for (const entry of entries) {
    writer.number(entry.sectionLengths.length);
    for (const length of entry.sectionLengths) writer.number(length);
    writer.number(entry.titleLength);
    writer.number(Math.round(entry.titleInformation * informationScale));
    for (const name of namesOf(entry)) writer.number(numbers.get(name) ?? 0);
  }
}

function readEntries(bytes: Uint8Array): ShelfEntry[] {
  const reader = new ByteReader(bytes);
  const names = Array.from({ length: reader.number() }, () => reader.text());
  const name = () => names[reader.number()] ?? '';
  return Array.from({ length: reader.number() }, () => ({
    sectionLengths: Array.from({ length: reader.number() }, () => reader.number()),
    titleLength: reader.number(),
    titleInformation: reader.number() / informationScale,
    product: name(),
    audience: name(),
    category: name(),
    reviewBy: name(),
  }));
}

function mean(values: Float32Array): number {
  return Math.max(values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1), 1);
}

/** Reads the `core` part. */
export function readShelf(bytes: Uint8Array): Shelf {
  const entries = readEntries(bytes);
  const firstSections = new Uint32Array(entries.length + 1);
  entries.forEach((entry, article) => {
    firstSections[article + 1] = (firstSections[article] ?? 0) + entry.sectionLengths.length;
  });
  const sectionLengths = Float32Array.from(entries.flatMap((entry) => entry.sectionLengths));
  const articleLengths = Float32Array.from(entries, (entry) =>
    entry.sectionLengths.reduce((a, b) => a + b, 0),
  );
  const titleLengths = Float32Array.from(entries, (entry) => entry.titleLength);
  return {
    firstSections,
    articleOf: Uint32Array.from(entries.flatMap((entry, article) => entry.sectionLengths.map(() => article))),
    sectionLengths,
    articleLengths,
    titleLengths,
    titleInformation: Float32Array.from(entries, (entry) => entry.titleInformation),
    products: entries.map((entry) => entry.product),
    audiences: entries.map((entry) => entry.audience),
    categories: entries.map((entry) => entry.category),
    reviewDates: entries.map((entry) => entry.reviewBy),
    averages: { section: mean(sectionLengths), article: mean(articleLengths), title: mean(titleLengths) },
  };
}
