import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Rendering } from './render/rendered-article.ts';
import type { RenderCache } from './render-cache.ts';

const workersFromFiles = 200;
const quickCharacters = 30_000;
const batchSize = 25;
const maxWorkers = 8;
const batchTimeoutMs = 60_000;

/** A text to render, and the locale of the words rendering adds. */
export interface Source {
  text: string;
  locale: string;
}

/** What a worker thread is asked: texts to render, each with its position in the whole. */
export type RenderBatch = (Source & { position: number })[];

/** What a worker thread answers. */
export type RenderedBatch = { position: number; rendering: Rendering }[];

type Accept = (position: number, rendering: Rendering) => void;

/**
 * Renders files, taking from the cache those whose text has not changed. The renderings come in the order of the
 * sources.
 *
 * Many files, and long ones, go to worker threads: they use every core, and can be stopped when a text takes
 * unreasonably long, which is then an error among its remarks.
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
  const wanted = missing.map(({ source: { text, place } }, position) => ({
    text,
    locale: place.locale,
    position,
  }));
  const isQuick = ({ text }: Source) => wanted.length <= workersFromFiles && text.length <= quickCharacters;
  await renderHere(wanted.filter(isQuick), accept);
  await renderInWorkers(
    wanted.filter((source) => !isQuick(source)),
    accept,
  );
  return keyed.flatMap(({ source, key }) => {
    const rendering = cache.get(key);
    return rendering === undefined ? [] : [{ ...source, rendering }];
  });
}

// Loading the renderer takes longer than reading a thousand renderings from the cache: only when it is needed.
async function renderHere(batch: RenderBatch, accept: Accept): Promise<void> {
  if (batch.length === 0) return;
  const { renderArticle } = await import('./render/render-article.ts');
  for (const { text, locale, position } of batch) accept(position, renderArticle(text, locale));
}

async function renderInWorkers(sources: RenderBatch, accept: Accept): Promise<void> {
  const batches = makeBatches(sources);
  const workers = Math.min(availableParallelism(), maxWorkers, batches.length);
  await Promise.all(Array.from({ length: workers }, () => drain(batches, accept)));
}

/** Batches of short texts, and one for each long text, which come first so that no thread ends on one. */
function makeBatches(sources: RenderBatch): RenderBatch[] {
  const long = sources.filter(({ text }) => text.length > quickCharacters);
  const short = sources.filter(({ text }) => text.length <= quickCharacters);
  const batches = long.map((source) => [source]);
  for (let start = 0; start < short.length; start += batchSize)
    batches.push(short.slice(start, start + batchSize));
  return batches;
}

// One worker thread after another takes batches until none is left; one that takes too long is stopped.
async function drain(batches: RenderBatch[], accept: Accept): Promise<void> {
  let worker = startWorker();
  try {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const rendered = await ask(worker, batch);
      if (rendered !== 'too-slow') {
        for (const { position, rendering } of rendered) accept(position, rendering);
        continue;
      }
      await worker.terminate();
      worker = startWorker();
      const [first, ...others] = batch;
      if (others.length > 0) batches.unshift(...batch.map((source) => [source]));
      else if (first !== undefined) accept(first.position, tooSlow);
    }
  } finally {
    await worker.terminate();
  }
}

const tooSlow: Rendering = {
  article: undefined,
  remarks: [
    {
      severity: 'error',
      line: 1,
      message: `The file takes more than ${batchTimeoutMs / 1000} s to render and is left out: split it, or look for thousands of nested or unclosed marks.`,
    },
  ],
};

function startWorker(): Worker {
  return new Worker(fileURLToPath(new URL('./render-worker.ts', import.meta.url)));
}

async function ask(worker: Worker, batch: RenderBatch): Promise<RenderedBatch | 'too-slow'> {
  const answered = Promise.withResolvers<RenderedBatch | 'too-slow'>();
  const stopped = (code: number) => {
    const message = `A thread that renders articles ended with code ${code}: give the process more memory.`;
    answered.reject(new Error(message));
  };
  const timer = setTimeout(() => answered.resolve('too-slow'), batchTimeoutMs);
  worker.on('message', answered.resolve).on('error', answered.reject).on('exit', stopped);
  worker.postMessage(batch);
  try {
    return await answered.promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', answered.resolve).off('error', answered.reject).off('exit', stopped);
  }
}
