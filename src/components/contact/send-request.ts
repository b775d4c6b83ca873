import { canSolve, solveChallenge } from './solve-challenge.ts';

/** What the server said to a request. */
export type SendOutcome =
  | { url: string }
  | { mistakes: Record<string, string> }
  /** `offline`: no answer came. `busy`: too many requests from here. */
  | { problem: 'offline' | 'busy' };

interface FormAnswer {
  url?: string;
  mistakes?: Record<string, string>;
  challenge?: string;
}

/** A slow line with attachments takes its time; longer than this it is as good as lost. */
const timeoutMs = 120_000;

/**
 * Sends the form without leaving the page, so that a lost connection loses nothing. Asked for a proof of work, it does the work and sends
 * again; sending twice is harmless, the form carries a key.
 *
 * @param onWork - called when work is asked for, to say so.
 */
export async function sendRequest(form: HTMLFormElement, onWork: () => void): Promise<SendOutcome> {
  const body = new FormData(form);
  const first = await post(form.action, body);
  if (!('challenge' in first)) return first;
  if (!canSolve) return { problem: 'busy' };
  onWork();
  body.set('proof', await solveChallenge(first.challenge));
  const second = await post(form.action, body);
  return 'challenge' in second ? { problem: 'busy' } : second;
}

async function post(address: string, body: FormData): Promise<SendOutcome | { challenge: string }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 429) return { problem: 'busy' };
    const answer = (await response.json()) as FormAnswer;
    if (answer.url) return { url: answer.url };
    if (answer.challenge) return { challenge: answer.challenge };
    return answer.mistakes ? { mistakes: answer.mistakes } : { problem: 'offline' };
  } catch {
    return { problem: 'offline' };
  }
}
