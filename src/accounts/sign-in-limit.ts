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
  /** Forgets the attempts of an address after a right password. */
  forget(address: string): Promise<void>;
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
      const waits = await Promise.all([
        secondsToWait(byAddress, keyOf(`address ${address}`)),
        secondsToWait(byEmail, keyOf(`email ${email.toLowerCase()}`)),
      ]);
      const longest = Math.max(...waits);
      return longest > 0 ? longest : undefined;
    },
    async forget(address) {
      await byAddress.delete(keyOf(`address ${address}`));
    },
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
