import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { directRoutes } from '../../src/http/direct-routes.ts';
import { answerBody, answerQuery, onlyMethods } from '../../src/http/endpoint.ts';
import { createSiteServer, listen, stopServer } from '../../src/http/site-server.ts';

const word = z.strictObject({ word: z.string() });
const route = {
  GET: answerQuery(word, ({ word: given }) => ({ given })),
  POST: answerBody({ schema: word, maxBytes: 40 }, ({ word: given }) => ({ given })),
  ALL: onlyMethods('GET', 'POST'),
};
const failures: string[] = [];
let server: Server;
let portal: string;

beforeAll(async () => {
  const locals = {} as App.Locals;
  server = createSiteServer({
    steps: [
      directRoutes({
        routes: { '/api/echo': route },
        localsOf: (request) =>
          request.headers['x-broken'] ? Promise.reject(new Error('broken')) : Promise.resolve(locals),
        onFailure: (error) => failures.push(String(error)),
      }),
      (_request, response) => void response.end('the next step'),
    ],
    siteUrl: undefined,
    sharedOrigins: [],
    reportFailure: () => 'none',
  });
  portal = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});

afterAll(() => stopServer(server));

const json = { 'content-type': 'application/json' };

describe('an address that is answered directly', () => {
  test('gives what its endpoint gives, with the headers of every answer', async () => {
    const answer = await fetch(`${portal}/api/echo?word=${encodeURIComponent('été')}`);
    expect(await answer.json()).toEqual({ given: 'été' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('reads a body, and refuses one that is too large or of another type', async () => {
    const send = (body: string, headers: Record<string, string> = json) =>
      fetch(`${portal}/api/echo`, { method: 'POST', headers, body });
    expect(await (await send('{"word":"été"}')).json()).toEqual({ given: 'été' });
    expect((await send(`{"word":"${'x'.repeat(80)}"}`)).status).toBe(413);
    expect((await send('{"word":"x"}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('{"word":3}')).status).toBe(400);
  });

  test('refuses other methods, saying which it takes', async () => {
    const answer = await fetch(`${portal}/api/echo`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  test('passes on every other address, and its own when the portal fails', async () => {
    for (const path of ['/api/echo/', '/api/other', '/']) {
      expect(await (await fetch(portal + path)).text()).toBe('the next step');
    }
    const broken = await fetch(`${portal}/api/echo?word=x`, { headers: { 'x-broken': 'yes' } });
    expect(await broken.text()).toBe('the next step');
    expect(failures).toEqual(['Error: broken']);
  });
});
