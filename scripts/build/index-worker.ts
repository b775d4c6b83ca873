/** A thread that builds one index; `build-index-aside.ts` starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildIndexFolder } from './build-index.ts';
import type { IndexTask } from './build-index-aside.ts';

const { settings, folder } = workerData as IndexTask;
parentPort?.postMessage(await buildIndexFolder(settings, folder));
