/** A thread that builds one index; `build-index-aside.ts` starts it. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { buildIndexFolder } from './build-index.ts';
import type { IndexNews, IndexTask } from './build-index-aside.ts';

const { settings, folder } = workerData as IndexTask;
const tell = (news: IndexNews): void => parentPort?.postMessage(news);
const released = parentPort ? once(parentPort, 'message') : Promise.resolve();
const built = await buildIndexFolder(settings, folder, async () => {
  tell('catalogued');
  await released;
});
tell(built);
parentPort?.close();
