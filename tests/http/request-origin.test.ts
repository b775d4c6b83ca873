import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isForeignOrigin, readerAddress } from '../../src/http/request-origin.ts';

/** The part of a request these rules look at. */
function asked(method: string, headers: Record<string, string>, remoteAddress = '10.0.0.9'): IncomingMessage {
  return { method, headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('a request that changes something', () => {
  test.each([
    ['from the portal’s own page', { host: 'help.example.org', origin: 'https://help.example.org' }, false],
    ['from a program, which names no origin', { host: 'help.example.org' }, false],
    ['from another site', { host: 'help.example.org', origin: 'https://evil.example' }, true],
    ['from a sandboxed page', { host: 'help.example.org', origin: 'null' }, true],
    [
      'behind a proxy that changes the host',
      { host: 'guichet:4321', origin: 'https://aide.example.org' },
      false,
    ],
  ])('%s', (_case, headers, foreign) => {
    expect(isForeignOrigin(asked('POST', headers), 'https://aide.example.org')).toBe(foreign);
  });

  test('reading is allowed from anywhere', () => {
    expect(isForeignOrigin(asked('GET', { host: 'a.example', origin: 'https://b.example' }), undefined)).toBe(
      false,
    );
  });
});

describe('the reader’s address', () => {
  const forwarded = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 3.3.3.3' };

  test('without a proxy, what the header claims is ignored', () => {
    expect(readerAddress(asked('GET', forwarded), 0)).toBe('10.0.0.9');
  });

  test('with one proxy, only the entry it appended counts: the ones before can be forged', () => {
    expect(readerAddress(asked('GET', forwarded), 1)).toBe('3.3.3.3');
  });

  test('with two proxies, the entry before the last', () => {
    expect(readerAddress(asked('GET', forwarded), 2)).toBe('2.2.2.2');
  });

  test('a proxy that sends no header leaves the direct address', () => {
    expect(readerAddress(asked('GET', {}), 1)).toBe('10.0.0.9');
  });
});
