import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../src/settings.ts';
import type { BuiltIndex } from './build-index.ts';

/** Whose articles the index is built of, and where it goes. */
export interface IndexTask {
  settings: Settings;
  folder: string;
}

/** What the thread says: that all pages can be rendered, then that the index is there. */
export type IndexNews = 'catalogued' | BuiltIndex;

/** An index in the making. */
export interface IndexAside {
  /** Settled when all that pages show stands in the unfinished folder. */
  catalogued: Promise<void>;
  /** Settled when the index has its name, which it gets after `release`. */
  built: Promise<BuiltIndex>;
  /** Says that nothing more is read from the unfinished folder. */
  release(): void;
  /** Gives up. */
  stop(): Promise<unknown>;
}

/** Builds an index in a thread of its own, while this one bundles and renders the pages. */
export function buildIndexAside(task: IndexTask): IndexAside {
  const worker = new Worker(fileURLToPath(new URL('./index-worker.ts', import.meta.url)), {
    workerData: task,
  });
  const catalogued = Promise.withResolvers<void>();
  const built = Promise.withResolvers<BuiltIndex>();
  const fail = (reason: unknown): void => {
    catalogued.reject(reason);
    built.reject(reason);
  };
  worker.on('message', (news: IndexNews) => {
    if (news === 'catalogued') catalogued.resolve();
    else built.resolve(news);
  });
  worker.once('error', fail).once('exit', (code) => {
    fail(new Error(`The thread that builds the index ended with code ${code}: give it more memory.`));
  });
  // A failure that nobody waits for yet is told to those who wait later.
  for (const promise of [catalogued.promise, built.promise]) promise.catch(() => undefined);
  return {
    catalogued: catalogued.promise,
    built: built.promise,
    release: () => worker.postMessage('release'),
    stop: () => worker.terminate(),
  };
}
