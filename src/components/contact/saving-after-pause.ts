/** Pause in writing after which the text is kept; leaving the page does not wait for it. */
const pauseMs = 250;

/** Keeps what is written once its writer pauses, and at once when the page is left: storage is slow, and keys come fast. */
export class SavingAfterPause {
  readonly #save: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: () => void) {
    this.#save = save;
    addEventListener('pagehide', () => {
      if (this.#timer !== undefined) this.#now();
    });
  }

  /** Something was written. */
  wrote(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#now(), pauseMs);
  }

  /** What was written last needs not be kept. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #now(): void {
    this.drop();
    this.#save();
  }
}
