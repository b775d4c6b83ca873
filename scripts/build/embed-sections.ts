import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../src/answers/embedder.ts';
import { indexFiles, readCatalog, readIndexBytes } from '../../src/built-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { packVectors, quantise } from '../../src/search/section-vectors.ts';
import { showProgress } from '../progress.ts';

/** Where sections are embedded, and what was embedded before. */
export interface EmbeddingPlace {
  indexFolder: string;
  cacheFolder: string;
}

const batchSize = 64;
const maxTextChars = 2_000;
const timeoutMs = 60_000;
const hashBytes = 32;

/**
 * Writes the vectors of every section beside the index of each locale. What is embedded is kept by the hash of its text, a
 * batch at a time: an edit embeds what it changed, and work that was interrupted goes on where it stopped.
 *
 * @throws ModelUnavailable when the server fails; nothing of what was embedded is lost.
 */
export async function embedSections(embedder: Embedder, place: EmbeddingPlace): Promise<void> {
  const cache = openCache(place.cacheFolder, embedder.name);
  const texts = new Map<string, string[]>();
  for (const locale of readCatalog(place.indexFolder).locales)
    texts.set(locale, textsOf(loadIndex(readIndexBytes(place.indexFolder, locale), locale)));
  const wanted = [...new Set([...texts.values()].flat())].filter((text) => !cache.get(text));
  const progress = showProgress('sections embedded');
  let done = 0;
  for await (const batch of embedBatches(embedder, wanted)) {
    for (const { text, vector } of batch) cache.keep(text, quantise(vector));
    progress((done += batch.length), wanted.length);
  }
  for (const [locale, own] of texts) {
    const vectors = own.map((text) => cache.get(text) ?? new Int8Array());
    writeFileSync(join(place.indexFolder, indexFiles.vectors(locale)), packVectors(embedder.name, vectors));
  }
}

/** Embeds texts a batch at a time, in their order, so that what is done can be kept and shown. */
export async function* embedBatches(
  embedder: Embedder,
  texts: string[],
): AsyncGenerator<{ text: string; vector: number[] }[]> {
  for (let start = 0; start < texts.length; start += batchSize) {
    const batch = texts.slice(start, start + batchSize);
    const vectors = await embedder.embed(batch, AbortSignal.timeout(timeoutMs));
    yield batch.map((text, at) => ({ text, vector: vectors[at] ?? [] }));
  }
}

/** What of each section is embedded: its titles, then its text. */
export function textsOf(index: SearchIndex): string[] {
  return Array.from({ length: index.sectionCount }, (_, number) => {
    const { title, pieces } = index.section(number);
    const article = index.name(index.shelf.articleOf[number] ?? 0).title;
    const text = pieces.map((piece) => piece.text).join('\n');
    return [...new Set([article, title]), text].join('\n').slice(0, maxTextChars);
  });
}

interface VectorCache {
  get(text: string): Int8Array | undefined;
  keep(text: string, vector: Int8Array): void;
}

/** One file for each model: records of a hash and a vector, only ever added to. */
function openCache(cacheFolder: string, model: string): VectorCache {
  const folder = join(cacheFolder, 'embeddings');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${encodeURIComponent(model)}.vectors`);
  const known = readCache(file);
  return {
    get: (text) => known.get(hashOf(text).toString('hex')),
    keep(text, vector) {
      const hash = hashOf(text);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(vector.length);
      appendFileSync(file, Buffer.concat([hash, length, Buffer.from(vector.buffer)]));
      known.set(hash.toString('hex'), vector);
    },
  };
}

function readCache(file: string): Map<string, Int8Array> {
  const known = new Map<string, Int8Array>();
  if (!existsSync(file)) return known;
  const bytes = readFileSync(file);
  let at = 0;
  while (at + hashBytes + 4 <= bytes.length) {
    const length = bytes.readUInt32LE(at + hashBytes);
    const end = at + hashBytes + 4 + length;
    if (end > bytes.length) break;
    const vector = new Int8Array(bytes.subarray(end - length, end));
    known.set(bytes.toString('hex', at, at + hashBytes), vector);
    at = end;
  }
  // A record that was cut off by a crash is written anew.
  if (at < bytes.length) truncateSync(file, at);
  return known;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
