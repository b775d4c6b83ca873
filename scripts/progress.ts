const plainStepPercent = 25;

/** Reports how far long work has come; call with the number done and the number in all. */
export type Progress = (done: number, total: number) => void;

/**
 * Shows progress on standard error: one line that is rewritten on a terminal, a plain line each quarter elsewhere.
 */
export function showProgress(label: string): Progress {
  const started = Date.now();
  let lastShown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    const step = process.stderr.isTTY ? percent : Math.floor(percent / plainStepPercent);
    if (step === lastShown) return;
    lastShown = step;
    const line = `${label}: ${done} of ${total}`;
    if (!process.stderr.isTTY) {
      if (percent > 0) process.stderr.write(`${line}\n`);
      return;
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stderr.write(percent === 100 ? `\r\u001b[K${line} in ${seconds} s\n` : `\r\u001b[K${line}`);
  };
}

/** Writes one line for the person who started the command; standard output stays free for results. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Ends the command with a message instead of a stack when the mistake is the reader's to mend. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  say(message);
  process.exit(1);
}
