import type { Found } from './found.ts';

/** What a session needs of its box. */
export interface SearchSessionOptions {
  answer(query: string, signal: AbortSignal): Promise<Found>;
  /** Shows an answer; `undefined` when nothing could answer. Never called for a query that is no longer typed. */
  show(query: string, found: Found | undefined): void;
  /** Called when the field is emptied. */
  clear(): void;
  /** Records a search that counts. */
  count(query: string, found: Found): void;
  later(action: () => void, delayMs: number): () => void;
}

/** The typing of one reader in one box. */
export interface SearchSession {
  /** The field now holds this text. */
  typed(text: string): void;
  /** The reader opened a result: the search they made counts. */
  chosen(): void;
  /** Whether the search in the field has been counted, so that the results page does not count it again. */
  isCounted(): boolean;
}

/** Pause in typing before a query is asked. */
export const pauseMs = 60;

/** A query that stays this long counts as a search; prefixes on the way to it do not. */
export const countedAfterMs = 1000;

/** Asks while the reader types: one query at a time, late answers dropped, each search counted once. */
export function createSearchSession(options: SearchSessionOptions): SearchSession {
  let current = '';
  let request = new AbortController();
  let counted = '';
  let cancelTimer = (): void => undefined;
  let countNow = (): void => undefined;

  const ask = async (query: string): Promise<void> => {
    const { signal } = request;
    const found = await options.answer(query, signal).catch(() => undefined);
    if (signal.aborted) return;
    options.show(query, found);
    if (!found) return;
    countNow = () => {
      cancelTimer();
      countNow = () => undefined;
      counted = query;
      options.count(query, found);
    };
    cancelTimer = options.later(() => countNow(), countedAfterMs);
  };

  return {
    typed(text) {
      const query = text.trim();
      if (query === current) return;
      current = query;
      request.abort();
      request = new AbortController();
      cancelTimer();
      countNow = () => undefined;
      if (query === '') options.clear();
      else cancelTimer = options.later(() => void ask(query), pauseMs);
    },
    chosen: () => countNow(),
    isCounted: () => current !== '' && counted === current,
  };
}
