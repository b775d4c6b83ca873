import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../src/settings.ts';
import type { BuiltIndex } from './build-index.ts';

/** Whose articles the index is built of, and where it goes. */
export interface IndexTask {
  settings: Settings;
  folder: string;
}

/**
 * Builds an index in a thread of its own, while this one bundles the pages.
 *
 * @throws Error what the build of the index would throw here.
 */
export function buildIndexAside(task: IndexTask): Promise<BuiltIndex> {
  const worker = new Worker(fileURLToPath(new URL('./index-worker.ts', import.meta.url)), {
    workerData: task,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The thread that builds the index ended with code ${code}: give it more memory.`));
    });
  });
}
