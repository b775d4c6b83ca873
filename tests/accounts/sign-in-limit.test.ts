import { expect, it } from 'vitest';
import { createSignInLimit } from '../../src/accounts/sign-in-limit.ts';

const email = 'lead@example.org';

it('never makes someone wait who knows the password, however often they sign in', async () => {
  const limit = createSignInLimit('a secret');
  for (let times = 0; times < 200; times += 1) {
    expect(await limit.count('198.51.100.1', email)).toBeUndefined();
    await limit.forgive('198.51.100.1', email);
  }
});

it('does not let the owner’s own sign-in give a guesser from many machines new attempts', async () => {
  const limit = createSignInLimit('a secret');
  const guess = (machine: number) => limit.count(`203.0.113.${machine}`, email.toUpperCase());
  for (let machine = 0; machine < 49; machine += 1) expect(await guess(machine)).toBeUndefined();
  expect(await limit.count('198.51.100.1', email)).toBeUndefined();
  await limit.forgive('198.51.100.1', email);
  expect(await guess(50)).toBeUndefined();
  expect(await guess(51)).toBeGreaterThan(0);
});

it('tells the seconds until the next attempt, a quarter of an hour at most', async () => {
  const limit = createSignInLimit('a secret');
  for (let attempt = 0; attempt < 10; attempt += 1)
    await limit.count('198.51.100.1', `${attempt}@example.org`);
  const seconds = await limit.count('198.51.100.1', 'eleventh@example.org');
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(15 * 60);
});
