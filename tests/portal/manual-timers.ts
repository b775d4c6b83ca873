/** Timers that ring when the test moves the clock. */
export class ManualTimers {
  #now = 0;
  #waiting: { at: number; action: () => void }[] = [];

  /** Plans an action; the answer cancels it. */
  readonly later = (action: () => void, delayMs: number): (() => void) => {
    const timer = { at: this.#now + delayMs, action };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  };

  /** Moves the clock, lets what is due happen, and lets promises settle. */
  async pass(delayMs: number): Promise<void> {
    this.#now += delayMs;
    const due = this.#waiting.filter(({ at }) => at <= this.#now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { action } of due) action();
    await settle();
  }
}

/** Lets every promise that can settle do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
