import { createServer, type Server } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { readTallies } from '../../src/events/tallies.ts';
import { POST } from '../../src/pages/mcp.ts';
import { openAnsweringApp } from './answering-portal.ts';

const articles = {
  'fr/compte/mot-de-passe.md': `---
title: Changer de mot de passe
---

## Mot de passe oublié

Cliquez sur « Mot de passe oublié » : un lien valable une heure vous est envoyé.
`,
  'fr/interne.md':
    '---\ntitle: Mot de passe du serveur\nstate: draft\n---\n\nLe mot de passe du serveur est secret.\n',
  'en/account/password.md':
    '---\ntitle: Change your password\n---\n\nChoose “Forgot password”: a link is sent to you.\n',
};

let app: App;
let generous: App;
let server: Server;
let client: Client;

/** Serves `/mcp` of an app on a loopback port, as the portal's server hands requests to it. */
async function serve(served: App): Promise<Server> {
  const listening = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const piece of request) body += String(piece);
      const asked = new Request(`http://localhost${request.url}`, {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(request.method === 'POST' && { body }),
      });
      const locals = { app: served, reader: { visitor: 'a-program', agent: 'ai-agent' as const } };
      const answer =
        request.method === 'POST'
          ? await POST({ request: asked, locals } as Parameters<typeof POST>[0])
          : new Response(null, { status: 405 });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return listening;
}

async function connect(listening: Server): Promise<Client> {
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const connected = new Client({ name: 'a-test', version: '1.0.0' });
  await connected.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
  return connected;
}

beforeAll(async () => {
  app = await openAnsweringApp({ articles, site: 'name: Aide de l’atelier' });
  generous = await openAnsweringApp({ articles, site: 'agents: { createTickets: true }' });
  server = await serve(app);
  client = await connect(server);
});

afterAll(async () => {
  await client.close();
  server.close();
  await app.close();
  await generous.close();
});

const call = (name: string, input: Record<string, unknown>) => client.callTool({ name, arguments: input });

describe('a program that speaks the Model Context Protocol', () => {
  test('meets the portal by its name, and three tools that only read', async () => {
    expect(client.getServerVersion()?.name).toBe('Aide de l’atelier');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search_articles', 'get_article', 'suggest_for_ticket']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  test('finds an article and reads it', async () => {
    const { structuredContent: found } = await call('search_articles', {
      query: 'mot de passe',
      locale: 'fr',
    });
    expect(found).toMatchObject({ hits: [{ articleId: 'fr/compte/mot-de-passe' }] });
    const { structuredContent: article } = await call('get_article', { articleId: 'fr/compte/mot-de-passe' });
    expect(article).toMatchObject({
      title: 'Changer de mot de passe',
      url: '/fr/articles/compte/mot-de-passe',
      text: expect.stringContaining('un lien valable une heure') as string,
    });
  });

  test('is offered passages for a request, with their confidence', async () => {
    const { structuredContent: offered } = await call('suggest_for_ticket', {
      subject: 'Forgot my password',
      description: 'I cannot sign in any more, I have forgotten my password.',
      locale: 'en',
    });
    expect(offered).toMatchObject({ suggestions: [{ articleId: 'en/account/password' }] });
  });

  test.each([
    ['an article that does not exist', 'get_article', { articleId: 'fr/rien' }],
    ['a draft', 'get_article', { articleId: 'fr/interne' }],
    ['a language the portal does not have', 'search_articles', { query: 'Passwort', locale: 'de' }],
    ['a tool that is switched off', 'create_ticket', { email: 'a@b.fr', subject: 'x', description: 'y' }],
  ])('is told what to do when it asks for %s', async (_case, name, input) => {
    const outcome = await call(name, input);
    expect(outcome.isError).toBe(true);
    expect(JSON.stringify(outcome.content)).not.toContain('secret');
  });

  test('is counted apart from people', async () => {
    await new Promise((done) => setTimeout(done, 50));
    const tallies = await readTallies(app.store, { from: '2000-01-01', to: '2999-12-31' });
    expect(tallies['agents.search_articles']).toBeGreaterThan(0);
    const searched = app.store.database.selectFrom('events').select('id').where('kind', '=', 'searched');
    expect(await searched.execute()).toEqual([]);
    expect(await app.metrics.text()).toContain('guichet_agent_calls_total{tool="get_article"}');
  });

  test('may send a request where the owner allows it; the same one twice is one ticket', async () => {
    const listening = await serve(generous);
    const writer = await connect(listening);
    const ticket = {
      email: 'marie@example.org',
      subject: 'Accès',
      description: 'Je n’arrive plus à entrer.',
    };
    const first = await writer.callTool({ name: 'create_ticket', arguments: ticket });
    const second = await writer.callTool({ name: 'create_ticket', arguments: ticket });
    expect(first.structuredContent).toMatchObject({ status: 'open' });
    expect(second.structuredContent).toEqual(first.structuredContent);
    expect(JSON.stringify(first.structuredContent)).not.toContain('token');
    await writer.close();
    listening.close();
  });
});
