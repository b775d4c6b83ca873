import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from './refusal.ts';

/** Says whether one more request of this reader is too many: the refusal to send, or nothing. */
export type RateLimit = (visitor: string) => Promise<Response | undefined>;

/**
 * At most `requests` of one reader within `seconds`, counted in memory by the reader's daily hash.
 */
export function createRateLimit(requests: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (visitor) => {
    try {
      await limiter.consume(visitor);
      return undefined;
    } catch (outcome) {
      if (!(outcome instanceof RateLimiterRes)) throw outcome;
      const waitSeconds = Math.ceil(outcome.msBeforeNext / 1000);
      const message = `Too many requests from one place; try again in ${waitSeconds} s.`;
      return refuse({ code: 'too-many-requests', message }, { 'retry-after': String(waitSeconds) });
    }
  };
}
