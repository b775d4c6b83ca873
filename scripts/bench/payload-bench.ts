import { brotliCompressSync } from 'node:zlib';
import type { Article } from '../../src/articles/article.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { openRemoteIndex } from '../../src/search/remote-index.ts';
import { splitIndex } from '../../src/search/split-index.ts';
import { quantile } from '../evaluate/metrics.ts';
import { printTable } from './print-table.ts';

/** Bytes, compressed as they are served, that one search fetches when nothing is there yet. */
async function coldBytes(articles: Article[], queries: string[]): Promise<number[]> {
  const { manifest, parts } = splitIndex(buildIndex('fr', articles));
  const files = new Map(parts.map(({ name, bytes }) => [name, bytes]));
  const sizeOf = (bytes: Uint8Array) => brotliCompressSync(bytes).length;
  const manifestBytes = sizeOf(new TextEncoder().encode(JSON.stringify(manifest)));
  const sizes = new Map<string, number>();
  const fetched: number[] = [];
  for (const query of queries) {
    let total = manifestBytes;
    const remote = openRemoteIndex(manifest, (name) => {
      const bytes = files.get(name) ?? new Uint8Array();
      const size = sizes.get(name) ?? sizeOf(bytes);
      sizes.set(name, size);
      total += size;
      return Promise.resolve(bytes);
    });
    await remote.search(query);
    fetched.push(total);
  }
  return fetched.sort((one, other) => one - other);
}

/** What a browser fetches of the static index until the first result, for a half and all of the articles. */
export async function benchPayload(articles: Article[], count: number): Promise<void> {
  const rows: string[][] = [];
  for (const step of [2, 1]) {
    const some = articles.filter((_, position) => position % step === 0);
    const queries = some.slice(0, count).map(({ title }) => title);
    const bytes = await coldBytes(some, queries);
    const kilobytes = [0.5, 0.95, 0.99].map((share) => (quantile(bytes, share) / 1000).toFixed(0));
    rows.push([String(some.length), ...kilobytes]);
  }
  printTable(
    'Kilobytes of index until the first result, nothing cached',
    ['articles', 'p50', 'p95', 'p99'],
    rows,
  );
}
