import type { ArrivedEvent, RecordOutcome } from '../events/record-events.ts';

/** Events that wait to be written together. */
export interface EventQueue {
  /** Takes a batch; resolves with what became of it once it is written, and rejects when it could not be. */
  add(arrived: readonly ArrivedEvent[], haste: 'now' | 'soon'): Promise<RecordOutcome>;
  /** Writes what waits. */
  flush(): Promise<void>;
}

const waitMs = 100;
const mostAtOnce = 1000;

interface Waiting {
  arrived: readonly ArrivedEvent[];
  written: PromiseWithResolvers<RecordOutcome>;
}

/**
 * Writes the batches that come while another write is under way together, in one transaction.
 *
 * Each transaction waits for the disk, and on SQLite everybody waits with it: written one by one, the events of a busy portal cost more than
 * its searches. A browser is answered when its batch is on the disk; what the server notes itself (`soon`) waits a tenth of a second for
 * company.
 */
export function createEventQueue(
  write: (arrived: readonly ArrivedEvent[]) => Promise<RecordOutcome>,
): EventQueue {
  const waiting: Waiting[] = [];
  let underWay: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const writeAll = async (): Promise<void> => {
    // Requests that have arrived are read before the write begins, so that they share it.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await writeTogether(takeSome(waiting), write);
    underWay = undefined;
  };
  const start = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return (underWay ??= writeAll());
  };
  return {
    add(arrived, haste) {
      const written = Promise.withResolvers<RecordOutcome>();
      waiting.push({ arrived, written });
      if (haste === 'now') void start();
      else timer ??= setTimeout(() => void start(), waitMs);
      return written.promise;
    },
    async flush() {
      while (waiting.length > 0 || underWay) await start();
    },
  };
}

function takeSome(waiting: Waiting[]): Waiting[] {
  let events = 0;
  const end = waiting.findIndex(({ arrived }) => (events += arrived.length) > mostAtOnce);
  return waiting.splice(0, end === -1 ? waiting.length : Math.max(end, 1));
}

async function writeTogether(
  batches: Waiting[],
  write: (arrived: readonly ArrivedEvent[]) => Promise<RecordOutcome>,
): Promise<void> {
  try {
    const { dropped } = await write(batches.flatMap(({ arrived }) => arrived));
    let start = 0;
    for (const { arrived, written } of batches) {
      const own = dropped.filter(({ index }) => index >= start && index < start + arrived.length);
      const places = own.map(({ index, reason }) => ({ index: index - start, reason }));
      written.resolve({ accepted: arrived.length - own.length, dropped: places });
      start += arrived.length;
    }
  } catch (error) {
    for (const { written } of batches) written.reject(error);
  }
}
