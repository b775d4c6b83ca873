import type { AskedWords, SolvedTicket } from '../search/asked-words.ts';
import type { Store } from '../store/open-store.ts';
import { solvedTicketsSince } from '../tickets/solved-tickets.ts';
import type { Training } from './training.ts';

const pollMs = 500;

/** What keeps search up to date with solved tickets. */
export interface Learning {
  stop(): Promise<void>;
}

/** What takes in tickets that were solved, and drops those that are solved no more. */
export interface Learner {
  learn(solved: SolvedTicket): void;
  forget(reference: string): void;
}

/**
 * Reads what was solved so far, then what changes: solved, re-opened or erased tickets reach every node within a second.
 * The model follows when `training` is done with them.
 *
 * A database that does not answer is asked again; `onFailure` hears of it once until it answers.
 */
export async function startLearning(
  store: Store,
  asked: AskedWords,
  training: Training,
  onFailure: (error: unknown) => void,
): Promise<Learning> {
  let sequence = await readSolved(store, asked, 0);
  if (asked.size > 0) training.request();
  let isFailing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const poll = async (): Promise<void> => {
    try {
      const before = sequence;
      sequence = await readSolved(store, asked, before);
      if (sequence !== before) training.request();
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
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await training.stop();
    },
  };
}

/** Hands every change after a sequence number to a learner; gives the number to go on from. */
export async function readSolved(store: Store, learner: Learner, from: number): Promise<number> {
  let sequence = from;
  for (;;) {
    const changes = await solvedTicketsSince(store, sequence);
    if (changes.sequence === sequence) return sequence;
    for (const reference of changes.unsolved) learner.forget(reference);
    for (const solved of changes.solved) learner.learn(solved);
    sequence = changes.sequence;
  }
}
