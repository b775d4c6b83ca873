/** A thread that trains the model of solved tickets once; `training.ts` starts it, so that no reader waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { askedExamples, ownTexts } from '../search/asked-examples.ts';
import type { SolvedTicket } from '../search/asked-words.ts';
import { trainAskedModel } from '../search/train-asked-model.ts';
import { openStore } from '../store/open-store.ts';
import { readSolved } from './learning.ts';
import { loadIndexFolder } from './live-index.ts';
import type { TrainingRequest } from './training.ts';

const { settings, indexFolder } = workerData as TrainingRequest;
const solved = new Map<string, SolvedTicket>();
const store = await openStore(settings);
try {
  const learner = {
    learn: (ticket: SolvedTicket) => void solved.set(ticket.reference, ticket),
    forget: (reference: string) => void solved.delete(reference),
  };
  await readSolved(store, learner, 0);
} finally {
  await store.close();
}
const locales = new Set(Array.from(solved.values(), ({ articleId }) => articleId.split('/')[0]));
const { indexes } = loadIndexFolder(indexFolder);
const own = [...indexes].flatMap(([locale, index]) => (locales.has(locale) ? ownTexts(index) : []));
const parts = trainAskedModel(askedExamples(solved.values(), own));
parentPort?.postMessage(parts, [parts.weights.buffer, parts.counts.buffer]);
