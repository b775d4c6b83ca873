import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AskedModelParts } from '../search/asked-model.ts';
import type { AskedWords } from '../search/asked-words.ts';
import type { Settings } from '../settings.ts';

/** What a training starts from. */
export interface TrainingRequest {
  settings: Settings;
  indexFolder: string;
}

/** Trains the model of solved tickets anew when it is asked to, in a thread of its own. */
export interface Training {
  /** Trains soon. Requests that come close together, or during a training, are met by one. */
  request(): void;
  stop(): Promise<void>;
}

/** Time for more changes to come before a training begins. */
const quietMs = 1000;
/** Training takes at most this share of the time of one core when tickets are solved all the time. */
const busyShare = 0.1;

/** `onFailure` hears of a training that failed; the next request tries again, and the model before serves until then. */
export function createTraining(
  settings: Settings,
  indexFolder: () => string,
  asked: AskedWords,
  onFailure: (error: unknown) => void,
): Training {
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isStopped = false;
  let restUntil = 0;
  const schedule = (): void => {
    if (!isWanted || timer || thread || isStopped) return;
    timer = setTimeout(() => void train(), Math.max(quietMs, restUntil - Date.now()));
    timer.unref();
  };
  const train = async (): Promise<void> => {
    timer = undefined;
    isWanted = false;
    const started = Date.now();
    const { changes } = asked;
    try {
      thread = startThread({ settings, indexFolder: indexFolder() });
      asked.useModel(await resultOf(thread), changes);
    } catch (error) {
      if (!isStopped) onFailure(error);
    }
    thread = undefined;
    restUntil = Date.now() + (Date.now() - started) / busyShare;
    schedule();
  };
  return {
    request() {
      isWanted = true;
      schedule();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await thread?.terminate();
    },
  };
}

function startThread(request: TrainingRequest): Worker {
  const thread = new Worker(fileURLToPath(new URL('./training-thread.ts', import.meta.url)), {
    workerData: request,
  });
  thread.unref();
  return thread;
}

function resultOf(thread: Worker): Promise<AskedModelParts> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`Training on solved tickets ended with code ${code} and gave nothing.`)),
    );
  });
}
