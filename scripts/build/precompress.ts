import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../progress.ts';
import { findBefore } from './find-before.ts';
import { compressFile } from './compress-file.ts';
import type { CompressBatch } from './compress-worker.ts';

const compressible = /\.(html|css|js|mjs|json|xml|txt|md|svg|bin)$/;
const batchSize = 50;
const workersFromFiles = 300;
const maxWorkers = 4;

/**
 * Writes a `.br` and a `.gz` copy beside every text file of a folder that has none, on every core where there are many.
 *
 * @param before the same folder of the build before: what has not changed is not compressed again.
 */
export async function precompress(folder: string, progress: Progress, before?: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const present = new Set(names);
  const beforeOf = findBefore(folder, before);
  const files = names
    .filter((file) => compressible.test(file) && !present.has(`${file}.br`))
    .map((file) => ({ file, before: beforeOf(file) }));
  const batches: CompressBatch[] = [];
  for (let start = 0; start < files.length; start += batchSize) {
    batches.push(files.slice(start, start + batchSize));
  }
  let done = 0;
  const note = (count: number): void => progress((done += count), files.length);
  if (files.length < workersFromFiles) {
    for (const batch of batches) {
      for (const one of batch) compressFile(one.file, one.before);
      note(batch.length);
    }
    return;
  }
  const workers = Math.min(maxWorkers, availableParallelism());
  await Promise.all(Array.from({ length: workers }, () => drain(batches, note)));
}

async function drain(batches: CompressBatch[], note: (count: number) => void): Promise<void> {
  const worker = new Worker(fileURLToPath(new URL('./compress-worker.ts', import.meta.url)));
  try {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      worker.postMessage(batch);
      note(await answerOf(worker));
    }
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (count: number) => {
      worker.off('error', reject);
      resolve(count);
    });
  });
}
