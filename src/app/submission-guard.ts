import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Reader } from '../events/record-events.ts';
import type { Clock } from '../store/clock.ts';
import { challengeBits } from './challenge-bits.ts';

/** What comes with a request that is being sent. */
export interface SubmissionAttempt {
  reader: Reader;
  /** `api` takes what programs send in quick succession, and has not shown anything first; `form` is for people. */
  by: 'form' | 'api';
  /** The text, in which links are counted. */
  text: string;
  /** The mark the form was given when it was shown. */
  shownMark?: string | undefined;
  /** A challenge and its solution, `challenge:number`. */
  proof?: string | undefined;
  /** The mark of a form that was asked to wait. */
  waitMark?: string | undefined;
}

/** Tells people from floods, and asks the second for work that costs a person nothing. */
export interface SubmissionGuard {
  /** Notes the attempt; `challenge` when it has to come back with a proof, or after a pause. */
  judge(attempt: SubmissionAttempt): Promise<'welcome' | 'challenge'>;
  /** A new challenge: find a number such that SHA-256 of `challenge:number` begins with `challengeBits` zero bits. */
  newChallenge(): string;
  /** A mark that says when a form was shown, or since when it waits. */
  newMark(purpose: 'shown' | 'wait'): string;
}

type MarkPurpose = 'shown' | 'wait' | 'challenge';

const windowSeconds = 600;
/** Requests of one browser, and of one address, in ten minutes: from `few` on one doubt more, from `many` on two. */
const limits = {
  form: { visitor: { few: 10, many: 30 }, address: { few: 40, many: 120 } },
  api: { visitor: { few: 60, many: 400 }, address: { few: 500, many: 500 } },
} as const;
const doubtsAllowed = 1;
const maxLinks = 5;
const fastestMs = 2_000;
/** A form that was asked to wait is taken after this pause. */
const pauseMs = 8_000;
const lifetimeMs = 3_600_000;
const maxUsed = 10_000;

/** A guard that counts in memory and keeps no address; marks and challenges are signed, so that nobody makes their own. */
export function createSubmissionGuard(secret: string, clock: Clock): SubmissionGuard {
  const key = createHmac('sha256', secret).update('guichet submissions').digest();
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const used = new Set<string>();
  const counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: windowSeconds });
  const seen = async (what: string): Promise<number> => (await counts.consume(what)).consumedPoints;
  const newMark = (purpose: MarkPurpose): string => {
    const text = `${clock().getTime()}.${randomBytes(8).toString('base64url')}`;
    return `${text}.${sign(`${purpose}.${text}`)}`;
  };
  const ageOf = (purpose: MarkPurpose, mark: string | undefined): number | undefined => {
    const [at = '', random = '', signature = ''] = (mark ?? '').split('.');
    const isOurs = isSame(signature, sign(`${purpose}.${at}.${random}`));
    return isOurs ? clock().getTime() - Number(at) : undefined;
  };
  /** Each proof and each pause is worth one request. */
  const isUnused = (mark: string): boolean => {
    if (used.has(mark)) return false;
    used.add(mark);
    const [oldest] = used;
    if (used.size > maxUsed && oldest !== undefined) used.delete(oldest);
    return true;
  };
  const isProof = (proof: string): boolean => {
    const challenge = proof.slice(0, proof.lastIndexOf(':'));
    const age = ageOf('challenge', challenge);
    return age !== undefined && age < lifetimeMs && hasZeroBits(proof, challengeBits) && isUnused(challenge);
  };
  const hasWaited = (mark: string): boolean => {
    const age = ageOf('wait', mark);
    return age !== undefined && age >= pauseMs && age < lifetimeMs && isUnused(mark);
  };
  return {
    newMark,
    newChallenge: () => newMark('challenge'),
    async judge({ reader, by, text, shownMark, proof, waitMark }) {
      const limit = limits[by];
      const doubts = [
        doubtsOf(await seen(`${by} visitor ${reader.visitor}`), limit.visitor),
        doubtsOf(await seen(`${by} address ${reader.address ?? reader.visitor}`), limit.address),
        by === 'form' && (ageOf('shown', shownMark) ?? 0) < fastestMs ? 1 : 0,
        countLinks(text) > maxLinks ? 1 : 0,
      ];
      if (doubts.reduce((sum, doubt) => sum + doubt, 0) <= doubtsAllowed) return 'welcome';
      const isShown =
        (proof !== undefined && isProof(proof)) || (waitMark !== undefined && hasWaited(waitMark));
      return isShown ? 'welcome' : 'challenge';
    },
  };
}

function doubtsOf(count: number, { few, many }: { few: number; many: number }): number {
  return count > many ? 2 : count > few ? 1 : 0;
}

function countLinks(text: string): number {
  return text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;
}

function hasZeroBits(text: string, bits: number): boolean {
  const digest = createHash('sha256').update(text).digest();
  return digest.readUInt32BE(0) >>> (32 - bits) === 0;
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
