import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;
const attemptsPerAddress = 10;
/** Wide enough that nobody locks a colleague out by a few tries, narrow enough to stop guessing from many addresses. */
const attemptsPerEmail = 50;

/** Slows down the guessing of passwords. */
export interface SignInLimit {
  /** Counts an attempt; gives the seconds to wait when there were too many. */
  count(address: string, email: string): Promise<number | undefined>;
  /** After a right password: forgets the attempts from the machine, and takes this one back from the e-mail address. */
  forgive(address: string, email: string): Promise<void>;
}

/**
 * Counts sign-in attempts by machine address and by e-mail address, in memory only.
 *
 * Both are kept as keyed hashes for the length of the window, so not even a memory dump lists addresses. better-auth's own limit
 * would keep the address itself, and does not see calls made on the server.
 */
export function createSignInLimit(secret: string): SignInLimit {
  const byAddress = new RateLimiterMemory({ points: attemptsPerAddress, duration: windowSeconds });
  const byEmail = new RateLimiterMemory({ points: attemptsPerEmail, duration: windowSeconds });
  const keyOf = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

  return {
    async count(address, email) {
      // A machine that has to wait leaves no trace of the e-mail addresses it tries.
      return (
        (await secondsToWait(byAddress, keyOf(`address ${address}`))) ??
        (await secondsToWait(byEmail, keyOf(`email ${email.toLowerCase()}`)))
      );
    },
    async forgive(address, email) {
      await byAddress.delete(keyOf(`address ${address}`));
      await byEmail.reward(keyOf(`email ${email.toLowerCase()}`));
    },
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
