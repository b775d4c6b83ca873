import type { ArrivedEvent } from '../events/record-events.ts';

/** Events that wait to be written together. */
export interface EventQueue {
  /** Takes an event; resolves when it is written, or when writing it failed and was reported. */
  add(arrived: ArrivedEvent): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
}

const waitMs = 100;
const mostAtOnce = 500;

/**
 * Collects events for a tenth of a second and writes them in one transaction.
 *
 * Each transaction waits for the disk, and on SQLite everybody waits with it: written one by one, the events of a busy
 * portal cost more than its searches. A process that is killed loses what waits, which is counted and never owed.
 */
export function createEventQueue(
  write: (arrived: readonly ArrivedEvent[]) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): EventQueue {
  let waiting: ArrivedEvent[] = [];
  let written = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    const { resolve } = written;
    waiting = [];
    written = Promise.withResolvers();
    for (let start = 0; start < batch.length; start += mostAtOnce) {
      await write(batch.slice(start, start + mostAtOnce)).catch(onFailure);
    }
    resolve();
  };
  return {
    add(arrived) {
      waiting.push(arrived);
      timer ??= setTimeout(() => void flush(), waitMs);
      return written.promise;
    },
    flush,
  };
}
