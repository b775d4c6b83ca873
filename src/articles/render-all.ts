import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Rendering } from './render/rendered-article.ts';
import type { RenderCache } from './render-cache.ts';

const workersFromFiles = 200;
const batchSize = 25;
const maxWorkers = 8;

/** A text to render, and the locale of the words rendering adds. */
export interface Source {
  text: string;
  locale: string;
}

/** What a worker thread is asked: the sources, and where their renderings belong. */
export interface RenderBatch {
  start: number;
  sources: Source[];
}

/** What a worker thread answers. */
export interface RenderedBatch {
  start: number;
  renderings: Rendering[];
}

/**
 * Renders files, taking from the cache those whose text has not changed, and with worker threads when many are
 * left. The renderings come in the order of the sources.
 */
export async function renderAll<S extends { text: string; place: { locale: string } }>(
  sources: readonly S[],
  cache: RenderCache,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<(S & { rendering: Rendering })[]> {
  const keyed = sources.map((source) => ({ source, key: cache.keyOf(source.text, source.place.locale) }));
  const missing = keyed.filter(({ key }) => cache.get(key) === undefined);
  let done = keyed.length - missing.length;
  const accept: Accept = (position, rendering) => {
    const key = missing[position]?.key;
    if (key !== undefined) cache.set(key, rendering);
    done += 1;
    if (done % batchSize === 0 || done === sources.length) onProgress(done, sources.length);
  };
  const wanted = missing.map(({ source: { text, place } }) => ({ text, locale: place.locale }));
  if (wanted.length > workersFromFiles) await renderInWorkers(wanted, accept);
  else if (wanted.length > 0) await renderHere(wanted, accept);
  return keyed.flatMap(({ source, key }) => {
    const rendering = cache.get(key);
    return rendering === undefined ? [] : [{ ...source, rendering }];
  });
}

type Accept = (position: number, rendering: Rendering) => void;

// Loading the renderer takes longer than reading a thousand renderings from the cache: only when it is needed.
async function renderHere(sources: Source[], accept: Accept): Promise<void> {
  const { renderArticle } = await import('./render/render-article.ts');
  for (const [position, { text, locale }] of sources.entries()) accept(position, renderArticle(text, locale));
}

async function renderInWorkers(sources: Source[], accept: Accept): Promise<void> {
  const batches: RenderBatch[] = [];
  for (let start = 0; start < sources.length; start += batchSize) {
    batches.push({ start, sources: sources.slice(start, start + batchSize) });
  }
  const workers = Math.min(availableParallelism(), maxWorkers, batches.length);
  await Promise.all(Array.from({ length: workers }, () => drain(batches, accept)));
}

// One worker thread takes batches until none is left.
async function drain(batches: RenderBatch[], accept: Accept): Promise<void> {
  const worker = new Worker(fileURLToPath(new URL('./render-worker.ts', import.meta.url)));
  try {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const { start, renderings } = await ask(worker, batch);
      for (const [offset, rendering] of renderings.entries()) accept(start + offset, rendering);
    }
  } finally {
    await worker.terminate();
  }
}

function ask(worker: Worker, batch: RenderBatch): Promise<RenderedBatch> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      reject(
        new Error(`A thread that renders articles ended with code ${code}: give the process more memory.`),
      );
    });
    worker.postMessage(batch);
  });
}
