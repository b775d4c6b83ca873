import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeBits } from '../../src/app/challenge-bits.ts';
import { createSubmissionGuard, type SubmissionAttempt } from '../../src/app/submission-guard.ts';

function openGuard() {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const guard = createSubmissionGuard('a secret', () => new Date(now));
  const attempt = (change: Partial<SubmissionAttempt> = {}): SubmissionAttempt => ({
    ...{ reader: { visitor: 'v', address: 'a', agent: 'person' as const }, by: 'form', text: 'Bonjour' },
    ...change,
  });
  const send = (change: Partial<SubmissionAttempt> = {}) => guard.judge(attempt(change));
  return { guard, send, wait: (ms: number) => (now += ms) };
}

/** Sends without a pause until the guard doubts. */
async function flood({ send }: ReturnType<typeof openGuard>): Promise<number> {
  for (let count = 1; ; count += 1) if ((await send()) === 'challenge') return count;
}

function solve(challenge: string): string {
  for (let number = 0; ; number += 1) {
    const proof = `${challenge}:${number}`;
    const [first = 0, second = 0] = createHash('sha256').update(proof).digest();
    if (((first << 8) | second) >>> (16 - challengeBits) === 0) return proof;
  }
}

test('a person who takes their time is never asked for anything', async () => {
  const { guard, send, wait } = openGuard();
  for (let count = 0; count < 10; count += 1) {
    const shownMark = guard.newMark('shown');
    wait(90_000);
    expect(await send({ shownMark, text: 'See https://example.org/a' })).toBe('welcome');
  }
});

test('a first request without any mark is taken: programs and old browsers may send one', async () => {
  expect(await openGuard().send()).toBe('welcome');
});

test('requests in quick succession are doubted, and the work is worth one request', async () => {
  const open = openGuard();
  expect(await flood(open)).toBeGreaterThan(3);
  const proof = solve(open.guard.newChallenge());
  expect(await open.send({ proof })).toBe('welcome');
  expect(await open.send({ proof })).toBe('challenge');
});

test('a proof of one’s own making, too easy or too old is none', async () => {
  const open = openGuard();
  await flood(open);
  expect(await open.send({ proof: 'mine:1' })).toBe('challenge');
  expect(await open.send({ proof: `${open.guard.newChallenge()}:x` })).toBe('challenge');
  const proof = solve(open.guard.newChallenge());
  open.wait(2 * 3_600_000);
  await flood(open);
  expect(await open.send({ proof })).toBe('challenge');
});

test('without JavaScript a pause is enough, once', async () => {
  const open = openGuard();
  await flood(open);
  const waitMark = open.guard.newMark('wait');
  expect(await open.send({ waitMark })).toBe('challenge');
  open.wait(10_000);
  expect(await open.send({ waitMark })).toBe('welcome');
  expect(await open.send({ waitMark })).toBe('challenge');
});

test('the mark of a form that was shown does not pass for a pause', async () => {
  const open = openGuard();
  await flood(open);
  const shown = open.guard.newMark('shown');
  open.wait(10_000);
  expect(await open.send({ waitMark: shown })).toBe('challenge');
});

test('a text full of links that comes at once is doubted', async () => {
  const links = 'https://a.example '.repeat(6);
  expect(await openGuard().send({ text: links })).toBe('challenge');
});

test('many browsers behind one address are doubted later than one browser', async () => {
  const one = await flood(openGuard());
  const { send } = openGuard();
  let many = 0;
  for (let isWelcome = true; isWelcome; many += 1) {
    isWelcome =
      (await send({ reader: { visitor: `v${many}`, address: 'a', agent: 'person' as const } })) === 'welcome';
  }
  expect(many).toBeGreaterThan(one);
});

test('a text full of links is taken from the API once, and doubted in a series', async () => {
  const { send } = openGuard();
  const links = 'https://a.example '.repeat(6);
  const verdicts: string[] = [];
  for (let count = 0; count < 61; count += 1) verdicts.push(await send({ by: 'api', text: links }));
  expect(verdicts[0]).toBe('welcome');
  expect(verdicts.at(-1)).toBe('challenge');
});

test('a program may send hundreds through the API', async () => {
  const { send } = openGuard();
  const verdicts = new Set<string>();
  for (let count = 0; count < 400; count += 1) verdicts.add(await send({ by: 'api' }));
  expect([...verdicts]).toEqual(['welcome']);
  expect(await send({ by: 'api' })).toBe('challenge');
});
