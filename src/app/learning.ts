import type { AskedWords } from '../search/asked-words.ts';
import type { Store } from '../store/open-store.ts';
import { solvedTicketsSince } from '../tickets/solved-tickets.ts';

const pollMs = 500;

/** What keeps search up to date with solved tickets. */
export interface Learning {
  stop(): void;
}

/**
 * Reads what was solved so far, then what changes: solved, re-opened or erased tickets reach every node within a second.
 *
 * A database that does not answer is asked again; `onFailure` hears of it once until it answers.
 */
export async function startLearning(
  store: Store,
  asked: AskedWords,
  onFailure: (error: unknown) => void,
): Promise<Learning> {
  let sequence = await catchUp(store, asked, 0);
  let isFailing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const poll = async (): Promise<void> => {
    try {
      sequence = await catchUp(store, asked, sequence);
      isFailing = false;
    } catch (error) {
      if (!isFailing && !isStopped) onFailure(error);
      isFailing = true;
    }
    if (!isStopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => void poll(), pollMs);
    timer.unref();
  };
  schedule();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function catchUp(store: Store, asked: AskedWords, from: number): Promise<number> {
  let sequence = from;
  for (;;) {
    const changes = await solvedTicketsSince(store, sequence);
    if (changes.sequence === sequence) return sequence;
    for (const reference of changes.unsolved) asked.forget(reference);
    for (const solved of changes.solved) asked.learn(solved);
    sequence = changes.sequence;
  }
}
