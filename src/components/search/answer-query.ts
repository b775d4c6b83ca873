import type { Found } from './found.ts';

/** Ways to answer a query, and the clock to choose between them. */
export interface AnswerOptions {
  /** Asks the server; rejects when it answers with an error or with something that is not the API's JSON. */
  askServer(query: string, signal: AbortSignal): Promise<Found>;
  /** Searches the static index in the browser; rejects when there is none, and when another query followed. */
  askBrowser(query: string, signal: AbortSignal): Promise<Found>;
  wait(delayMs: number): Promise<void>;
  now(): number;
}

/** How long the server may take before the browser searches by itself. */
export const patienceMs = 800;

/** After a failure the server is left alone for this long, so that each key does not wait for it again. */
export const restMs = 30_000;

/**
 * Makes the function that answers a query: from the server and, where the server fails or is slow, from the static
 * index. A slow server may still win the race. Rejects when neither can answer.
 */
export function createAnswerer(
  options: AnswerOptions,
): (query: string, signal: AbortSignal) => Promise<Found> {
  let restUntil = 0;
  return async (query, signal) => {
    if (options.now() < restUntil) return options.askBrowser(query, signal);
    const server = options.askServer(query, signal);
    const late = options.wait(patienceMs).then(() => 'late' as const);
    const first = await Promise.race([server, late]).catch(() => 'failed' as const);
    if (typeof first === 'object') return first;
    if (signal.aborted) throw new DOMException('Another query followed', 'AbortError');
    restUntil = options.now() + restMs;
    const browser = options.askBrowser(query, signal);
    return first === 'failed' ? browser : Promise.any([server, browser]);
  };
}
