import { parentPort } from 'node:worker_threads';
import { compressFile } from './compress-file.ts';

/** Files to compress, each with the same file of the build before. */
export type CompressBatch = { file: string; before: string | undefined }[];

parentPort?.on('message', (batch: CompressBatch) => {
  for (const { file, before } of batch) compressFile(file, before);
  parentPort?.postMessage(batch.length);
});
