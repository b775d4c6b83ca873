import { request as httpRequest } from 'node:http';
import { describe, expect, inject, test } from 'vitest';

const url = inject('portalUrl');

interface Refused {
  status: number;
  body: { error: { code: string; message: string; fields?: Record<string, string> } };
}

async function send(path: string, init: RequestInit = {}): Promise<Refused> {
  const response = await fetch(url + path, init);
  return { status: response.status, body: (await response.json()) as Refused['body'] };
}

const postJson = (path: string, body: unknown): Promise<Refused> =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const goodTicket = {
  locale: 'fr',
  email: 'camille@example.org',
  subject: 'Le portail ne démarre plus',
  description: 'Depuis ce matin, rien ne s’affiche.',
};

describe('every refusal has the error shape, the right status and a message that says what to do', () => {
  test('a query of 20,000 characters is refused by address and answered by POST', async () => {
    const long = 'mot de passe '.repeat(1_540);
    const refused = await send(`/api/search?locale=fr&q=${encodeURIComponent(long)}`);
    expect(refused).toMatchObject({ status: 414, body: { error: { code: 'address-too-long' } } });
    const answered = await fetch(`${url}/api/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: long.slice(0, 20_000), locale: 'fr' }),
    });
    expect(answered.status).toBe(200);
  });

  test('headers beyond the limit get 431', async () => {
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(
        `${url}/healthz`,
        { headers: { 'x-long': 'x'.repeat(70_000) } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(431);
  });

  test('text that is not JSON', async () => {
    const refused = await postJson('/api/suggest', '{"locale": "fr", ');
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'not-json' } } });
  });

  test('a body of another type', async () => {
    const refused = await send('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(goodTicket),
    });
    expect(refused).toMatchObject({ status: 415, body: { error: { code: 'unsupported-type' } } });
  });

  test.each(['/api/suggest', '/api/events', '/api/tickets', '/api/answer'])('GET on %s', async (path) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  test('DELETE on the search', async () => {
    const refused = await send('/api/search?q=x', { method: 'DELETE' });
    expect(refused).toMatchObject({ status: 405, body: { error: { code: 'method-not-allowed' } } });
  });

  test('a locale that the portal does not have', async () => {
    const refused = await send('/api/search?q=mot&locale=xx');
    expect(refused.status).toBe(400);
    expect(refused.body.error.fields?.['locale']).toMatch(/fr, en/);
    const draft = await postJson('/api/suggest', { locale: 'xx', subject: 'mot de passe', description: '' });
    expect(draft).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
  });

  test('a page in a locale that does not exist is the portal’s own 404', async () => {
    const response = await fetch(`${url}/xx/articles/rien`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<form');
  });

  test('a ticket without an address', async () => {
    const refused = await postJson('/api/tickets', { ...goodTicket, email: '' });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
    expect(refused.body.error.fields).toHaveProperty('email');
  });

  test('a ticket with a field that does not exist names the field', async () => {
    const refused = await postJson('/api/tickets', { ...goodTicket, priority: 'high' });
    expect(refused.status).toBe(400);
    expect(refused.body.error.fields).toHaveProperty('priority');
  });

  test('a ticket with a megabyte of description', async () => {
    const refused = await postJson('/api/tickets', { ...goodTicket, description: 'x'.repeat(1_000_000) });
    expect(refused).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
  });

  test('a POST from a page of another site', async () => {
    const refused = await send('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify(goodTicket),
    });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  });

  test('an answer when no model is set up', async () => {
    const refused = await postJson('/api/answer', { locale: 'fr', question: 'Comment installer Guichet ?' });
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
  });

  test('an address below /api that does not exist', async () => {
    const refused = await send('/api/nothing');
    expect(refused).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
  });
});

describe('a ticket that is right', () => {
  test('gets a reference, and a repeat with the same key gets the same one', async () => {
    const submit = () =>
      fetch(`${url}/api/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'bad-input-repeat' },
        body: JSON.stringify(goodTicket),
      });
    const [first, second] = await Promise.all([submit(), submit()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const references = [await first.json(), await second.json()].map(
      (body) => (body as { reference: string }).reference,
    );
    expect(references[0]).toBe(references[1]);
  });
});
