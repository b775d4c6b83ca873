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

/** What is written once, and by number for each article. */
const nameKinds = ['product', 'audience', 'category', 'reviewBy'] as const;

function namesOf(entry: ShelfEntry): string[] {
  return nameKinds.map((kind) => entry[kind]);
}

/** Writes the `core` part, column by column: like stands beside like, which compresses better. */
export function writeShelf(writer: ByteWriter, entries: ShelfEntry[]): void {
  const names = [...new Set(entries.flatMap(namesOf))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  writer.number(names.length);
  for (const name of names) writer.text(name);
  writer.number(entries.length);
  for (const { sectionLengths } of entries) writer.number(sectionLengths.length);
  for (const { sectionLengths } of entries) for (const length of sectionLengths) writer.number(length);
  for (const { titleLength } of entries) writer.number(titleLength);
  for (const { titleInformation } of entries) writer.number(Math.round(titleInformation * informationScale));
  for (const kind of nameKinds) for (const entry of entries) writer.number(numbers.get(entry[kind]) ?? 0);
}

function readEntries(bytes: Uint8Array): ShelfEntry[] {
  const reader = new ByteReader(bytes);
  const names = Array.from({ length: reader.number() }, () => reader.text());
  const length = reader.number();
  const column = (): number[] => Array.from({ length }, () => reader.number());
  const counts = column();
  const sectionLengths = counts.map((count) => Array.from({ length: count }, () => reader.number()));
  const titleLengths = column();
  const information = column();
  const [products, audiences, categories, reviewDates] = nameKinds.map(() =>
    column().map((number) => names[number] ?? ''),
  );
  return sectionLengths.map((lengths, article) => ({
    sectionLengths: lengths,
    titleLength: titleLengths[article] ?? 0,
    titleInformation: (information[article] ?? 0) / informationScale,
    product: products?.[article] ?? '',
    audience: audiences?.[article] ?? '',
    category: categories?.[article] ?? '',
    reviewBy: reviewDates?.[article] ?? '',
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
