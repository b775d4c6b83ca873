import { describe, expect, it } from 'vitest';
import { createAnswerer, patienceMs, restMs } from '../../src/components/search/answer-query.ts';
import type { Found } from '../../src/components/search/found.ts';

const fromServer: Found = { hits: [], total: 3, from: 'server' };
const fromBrowser: Found = { hits: [], total: 2, from: 'browser' };

/** A server that answers, fails or never answers, with a clock moved by hand. */
function bench(
  server: () => Promise<Found>,
  browser: () => Promise<Found> = () => Promise.resolve(fromBrowser),
) {
  const asked = { server: 0, browser: 0 };
  const clock = { now: 0, ring: (): void => undefined };
  const answer = createAnswerer({
    askServer: () => {
      asked.server += 1;
      return server();
    },
    askBrowser: () => {
      asked.browser += 1;
      return browser();
    },
    wait: (delayMs) => {
      expect(delayMs).toBe(patienceMs);
      return new Promise((resolve) => (clock.ring = resolve));
    },
    now: () => clock.now,
  });
  return { asked, clock, ask: () => answer('facture', new AbortController().signal) };
}

const never = (): Promise<Found> => new Promise<Found>(() => undefined);
const refused = (): Promise<Found> => Promise.reject(new Error('The search answered 503'));

describe('who answers a search', () => {
  it('is the server while it is well, and the static index is not even fetched', async () => {
    const { ask, asked } = bench(() => Promise.resolve(fromServer));
    await expect(ask()).resolves.toBe(fromServer);
    expect(asked.browser).toBe(0);
  });

  it('is the browser when the server answers with an error or with a page', async () => {
    const { ask } = bench(refused);
    await expect(ask()).resolves.toBe(fromBrowser);
  });

  it('is the browser when the server takes too long', async () => {
    const { ask, clock } = bench(never);
    const answer = ask();
    clock.ring();
    await expect(answer).resolves.toBe(fromBrowser);
  });

  it('is still the server when it is slow and the host has no static index', async () => {
    let answerLate = (_found: Found): void => undefined;
    const slow = new Promise<Found>((resolve) => (answerLate = resolve));
    const { ask, clock } = bench(() => slow, refused);
    const answer = ask();
    clock.ring();
    answerLate(fromServer);
    await expect(answer).resolves.toBe(fromServer);
  });

  it('is nobody when both fail', async () => {
    const { ask } = bench(refused, refused);
    await expect(ask()).rejects.toThrow('503');
  });

  it('does not wait for a server that just failed, and tries it again after a rest', async () => {
    const { ask, asked, clock } = bench(refused);
    await ask();
    await ask();
    expect(asked).toEqual({ server: 1, browser: 2 });
    clock.now = restMs;
    await ask();
    expect(asked.server).toBe(2);
  });

  it('does not hold an abandoned query against the server', async () => {
    const typedOver = new AbortController();
    const asked = { server: 0 };
    const answer = createAnswerer({
      askServer: (_query, signal) => {
        asked.server += 1;
        return signal.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve(fromServer);
      },
      askBrowser: () => Promise.resolve(fromBrowser),
      wait: () => new Promise(() => undefined),
      now: () => 0,
    });
    typedOver.abort();
    await expect(answer('fac', typedOver.signal)).rejects.toThrow();
    await expect(answer('facture', new AbortController().signal)).resolves.toBe(fromServer);
    expect(asked.server).toBe(2);
  });
});
