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

/** Pause in typing before a query is asked while another is being answered. */
export const pauseMs = 60;

/** A query that stays this long counts as a search; prefixes on the way to it do not. */
export const countedAfterMs = 1000;

/**
 * The typing of one reader in one box: asks while they type, one query at a time; late answers are dropped, each search
 * is counted once. Who types slower than answers come never waits; who types faster is answered when the fingers rest.
 */
export class SearchSession {
  readonly #options: SearchSessionOptions;
  #query = '';
  #counted = '';
  /** A query is being answered, or waits for the fingers to rest. */
  #isBusy = false;
  #request = new AbortController();
  #cancelTimer = (): void => undefined;
  #countNow = (): void => undefined;

  constructor(options: SearchSessionOptions) {
    this.#options = options;
  }

  /** The field now holds this text. */
  typed(text: string): void {
    const query = text.trim();
    if (query === this.#query) return;
    this.#query = query;
    this.#request.abort();
    this.#request = new AbortController();
    this.#cancelTimer();
    this.#countNow = () => undefined;
    if (query === '') {
      this.#isBusy = false;
      this.#options.clear();
    } else if (this.#isBusy) this.#cancelTimer = this.#options.later(() => void this.#ask(query), pauseMs);
    else void this.#ask(query);
  }

  /** The reader opened a result: the search they made counts. */
  chosen(): void {
    this.#countNow();
  }

  /** Whether the search in the field has been counted, so that the results page does not count it again. */
  isCounted(): boolean {
    return this.#query !== '' && this.#counted === this.#query;
  }

  async #ask(query: string): Promise<void> {
    const { signal } = this.#request;
    this.#isBusy = true;
    const found = await this.#options.answer(query, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#isBusy = false;
    this.#options.show(query, found);
    if (!found) return;
    this.#countNow = () => {
      this.#cancelTimer();
      this.#countNow = () => undefined;
      this.#counted = query;
      this.#options.count(query, found);
    };
    this.#cancelTimer = this.#options.later(() => this.#countNow(), countedAfterMs);
  }
}
