import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, listen, stopServer } from '../../src/http/site-server.ts';

const listed = 'https://www.example.org';
let server: Server;
let portal: string;

beforeAll(async () => {
  server = createSiteServer({
    steps: [(_request, response) => void response.end('{}')],
    siteUrl: 'https://help.example.org',
    sharedOrigins: [listed],
    reportFailure: () => 'none',
  });
  portal = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});

afterAll(() => stopServer(server));

const ask = (path: string, method: string, headers: Record<string, string>): Promise<Response> =>
  fetch(portal + path, { method, headers });

describe('a page of a listed site', () => {
  test.each([
    ['searches', 'GET', '/api/search?q=x'],
    ['asks for suggestions', 'POST', '/api/suggest'],
    ['counts what readers do', 'POST', '/api/events'],
    ['sends a ticket', 'POST', '/api/tickets'],
    ['loads the panel', 'GET', '/widget/panel-fr-abcdefgh.js'],
    ['searches without the server', 'GET', '/search/fr.json'],
    ['reads an article', 'GET', '/fr/articles/billing/refunds'],
  ])('%s', async (_case, method, path) => {
    const answer = await ask(path, method, { origin: listed });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(listed);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('is told by a preflight what it may send', async () => {
    const headers = { origin: listed, 'access-control-request-method': 'POST' };
    const answer = await ask('/api/tickets', 'OPTIONS', headers);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(listed);
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, idempotency-key, proof');
  });

  test.each([
    ['the desk', '/admin/tickets'],
    ['a sender’s private page', '/fr/requests/G-1?token=x'],
    ['the ticket form of the portal', '/fr/contact'],
    ['answers of a model', '/api/answer'],
  ])('reads nothing of %s, and sends nothing there', async (_case, path) => {
    const read = await ask(path, 'GET', { origin: listed });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask(path, 'POST', { origin: listed })).status).toBe(403);
  });
});

describe('a page of any other site', () => {
  test.each(['https://evil.example', 'http://www.example.org', 'https://www.example.org:8443', 'null'])(
    '%s is refused',
    async (origin) => {
      const answer = await ask('/api/tickets', 'POST', { origin });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      const preflight = await ask('/api/tickets', 'OPTIONS', {
        origin,
        'access-control-request-method': 'POST',
      });
      expect(preflight.headers.get('access-control-allow-methods')).toBeNull();
    },
  );

  test('caches are told that the answer depends on who asks', async () => {
    const answer = await ask('/api/search?q=x', 'GET', { origin: 'https://evil.example' });
    expect(answer.headers.get('vary')).toContain('Origin');
  });
});
