import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { readTallies } from '../../src/events/tallies.ts';
import {
  beginStream,
  endStream,
  failing,
  quoting,
  startModelServer,
  streamed,
  writeChunk,
  type ModelReply,
  type ModelServer,
} from '../answers/model-server.ts';
import { ask, eventsOf, openAnsweringApp, post } from './answering-portal.ts';

const articles = {
  'fr/compte/mot-de-passe.md': `---
title: Changer de mot de passe
updated: 2026-05-04
---

## Mot de passe oublié

Cliquez sur « Mot de passe oublié » : un lien valable une heure vous est envoyé.
Le nouveau mot de passe compte au moins douze caractères.

## Après trois essais

Le compte se ferme pendant quinze minutes, puis s’ouvre de nouveau.
`,
  'fr/facturation/remboursement.md': `---
title: Être remboursé
---

Le remboursement arrive sur la carte sous cinq jours ouvrés.
`,
  'en/account/password.md': `---
title: Change your password
---

Choose “Forgot password”: a link that is valid for one hour is sent to you.
`,
};

const question = 'J’ai oublié mon mot de passe, comment le changer ?';
const line = (value: object): string => `${JSON.stringify(value)}\n`;
const good = line({
  sentence: 'Un lien valable une heure vous est envoyé.',
  passage: 1,
  quote: 'un lien valable une heure vous est envoyé.',
});

let server: ModelServer;
let app: App;
let now = new Date('2026-06-01T10:00:00Z');
let visitors = 0;

beforeAll(async () => {
  server = await startModelServer(quoting);
  app = await openAnsweringApp({
    articles,
    baseUrl: server.baseUrl,
    site: 'answers: { firstWordSeconds: 0.3, totalSeconds: 0.8, perReader: 3, perDay: 100, price: { input: 2, output: 8 } }',
    clock: () => now,
  });
});

afterAll(async () => {
  await app.close();
  await server.close();
});

beforeEach(() => {
  server.requests.length = 0;
  server.replyWith(quoting);
  visitors += 1;
  // A minute later, a model that failed is tried again.
  now = new Date(now.getTime() + 60_000);
});

const visitor = (): string => `reader-${visitors}`;
/** Words that do not change what is found, so that the cache does not answer. */
const fresh = (): string => `${question} ${visitors}`;
const kinds = (events: { event: string }[]): string[] => events.map(({ event }) => event);

async function tallies() {
  await ask(app, { question: 'zzz', visitor: visitor() });
  await new Promise((done) => setTimeout(done, 50));
  return readTallies(app.store, { from: '2026-01-01', to: '2026-12-31' });
}

describe('an answer in words', () => {
  test('comes with the passages it stands on, their dates, and a quote for each sentence', async () => {
    const events = await ask(app, { question, visitor: visitor() });
    expect(kinds(events)).toEqual(['sources', 'delta', 'done']);
    expect(events[0]?.data['sources']).toMatchObject([
      {
        number: 1,
        articleId: 'fr/compte/mot-de-passe',
        title: 'Changer de mot de passe',
        updated: '2026-05-04',
        passage: expect.stringContaining('valable') as string,
      },
    ]);
    expect(events[1]?.data).toMatchObject({ passage: 1 });
  });

  test('is given without a call when the same was asked before, whatever the case and spaces', async () => {
    await ask(app, { question: fresh(), visitor: visitor() });
    const events = await ask(app, { question: `  ${fresh().toUpperCase()}`, visitor: 'somebody-else' });
    expect(server.requests).toHaveLength(1);
    expect(kinds(events)).toEqual(['sources', 'delta', 'done']);
  });

  test('is refused without a call when nothing is above the confidence threshold', async () => {
    const events = await ask(app, {
      question: 'Quelle est la capitale de la Mongolie ?',
      visitor: visitor(),
    });
    expect(events).toEqual([
      { event: 'sources', data: { sources: [] } },
      { event: 'refused', data: { reason: 'nothing-relevant', dropped: 0 } },
    ]);
    expect(server.requests).toHaveLength(0);
  });

  test('streams its first sentence while the model is still writing', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.replyWith(async (response) => {
      beginStream(response);
      writeChunk(response, good);
      await held;
      writeChunk(response, good);
      endStream(response);
    });
    const seen: string[] = [];
    for await (const { event } of eventsOf(await post(app, { question: fresh(), visitor: visitor() }))) {
      seen.push(event);
      // The model goes on only now: without streaming, this would never be reached.
      if (event === 'delta') release();
    }
    expect(seen).toEqual(['sources', 'delta', 'delta', 'done']);
  });

  test('about an article quotes its sections, also where the question names none', async () => {
    const events = await ask(app, {
      question: 'Et après trois essais ?',
      articleId: 'fr/compte/mot-de-passe',
      visitor: visitor(),
    });
    expect(events[0]?.data['sources']).toMatchObject([{ sectionTitle: 'Après trois essais' }]);
    expect(events[1]?.data['sentence']).toContain('quinze minutes');
  });

  test('keeps addresses and numbers of the reader from the model', async () => {
    await ask(app, { question: `${question} marie@example.org 06 12 34 56 78`, visitor: visitor() });
    const sent = JSON.stringify(server.requests);
    expect(sent).toContain('oublié');
    expect(sent).not.toMatch(/marie|06 12/);
  });
});

describe('a model in trouble leaves the passages', () => {
  const faults: [string, ModelReply, string][] = [
    ['answers nothing', streamed(''), 'no-verified-quote'],
    ['writes no JSON', streamed('Désolé, ', 'je ne sais pas.\n'), 'no-verified-quote'],
    ['breaks its JSON', streamed('{"sentence": "Un lien', '", "quo'), 'no-verified-quote'],
    [
      'invents a quote',
      streamed(
        line({
          sentence: 'Le mot de passe est envoyé.',
          passage: 1,
          quote: 'Le mot de passe est envoyé par courrier.',
        }),
      ),
      'no-verified-quote',
    ],
    [
      'quotes another article',
      streamed(
        line({
          sentence: 'Le remboursement arrive sur la carte.',
          passage: 1,
          quote: 'Le remboursement arrive sur la carte sous cinq jours ouvrés.',
        }),
      ),
      'no-verified-quote',
    ],
    [
      'changes one word of a quote',
      streamed(
        line({
          sentence: 'Un lien valable une journée vous est envoyé.',
          passage: 1,
          quote: 'un lien valable une journée vous est envoyé.',
        }),
      ),
      'no-verified-quote',
    ],
    ['refuses', streamed(line({ refused: true })), 'nothing-relevant'],
    ['does not know the key', failing(401), 'model-unavailable'],
    ['has had enough', failing(429), 'model-unavailable'],
    ['breaks down', failing(500), 'model-unavailable'],
    ['never answers', () => undefined, 'model-unavailable'],
    [
      'is slow to begin',
      (response) => void setTimeout(() => void streamed(good)(response, none), 500),
      'model-unavailable',
    ],
  ];
  const none = { messages: [], material: {} };

  test.each(faults)('when it %s', async (_fault, reply, reason) => {
    server.replyWith(reply);
    const events = await ask(app, { question: fresh(), visitor: visitor() });
    expect(kinds(events)).toEqual(['sources', 'refused']);
    expect(events[0]?.data['sources']).toMatchObject([{ articleId: 'fr/compte/mot-de-passe' }]);
    expect(events[1]?.data).toMatchObject({ reason });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['is cut off', (response) => void response.destroy()],
    ['goes silent', () => undefined],
  ] as [string, ModelReply][])(
    'and the sentences it wrote, when it %s in the middle',
    async (_fault, end) => {
      server.replyWith(async (response, request) => {
        beginStream(response);
        writeChunk(response, good);
        await new Promise((done) => setTimeout(done, 100));
        await end(response, request);
      });
      const events = await ask(app, { question: fresh(), visitor: visitor() });
      expect(kinds(events)).toEqual(['sources', 'delta', 'refused']);
      expect(events[2]?.data).toMatchObject({ reason: 'model-unavailable' });
      // Half an answer is not kept.
      server.replyWith(quoting);
      now = new Date(now.getTime() + 60_000);
      expect(kinds(await ask(app, { question: fresh(), visitor: visitor() }))).toEqual([
        'sources',
        'delta',
        'done',
      ]);
    },
  );

  test('after five failures it is left alone for half a minute, then tried again', async () => {
    await ask(app, { question: fresh(), visitor: visitor() });
    server.requests.length = 0;
    server.replyWith(failing(500));
    for (let number = 0; number < 5; number++)
      await ask(app, { question: `${fresh()} ${number}`, visitor: `${visitor()}-${number}` });
    server.replyWith(quoting);
    const resting = await ask(app, { question: `${fresh()} encore`, visitor: visitor() });
    expect(resting[1]).toMatchObject({ event: 'refused', data: { reason: 'model-unavailable' } });
    expect(server.requests).toHaveLength(5);
    now = new Date(now.getTime() + 31_000);
    expect(kinds(await ask(app, { question: `${fresh()} enfin`, visitor: visitor() }))).toContain('done');
  });

  test('a server that does not know how to count tokens is asked again without', async () => {
    const other = await startModelServer((response, request) =>
      other.requests.length === 1 ? failing(422)(response, request) : streamed(good)(response, request),
    );
    const portal = await openAnsweringApp({ articles, baseUrl: other.baseUrl });
    expect(kinds(await ask(portal, { question }))).toEqual(['sources', 'delta', 'done']);
    expect(other.requests).toHaveLength(2);
    await portal.close();
    await other.close();
  });
});

describe('what the model may take', () => {
  test('a reader who leaves ends the call', async () => {
    let closed: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (closed = resolve));
    const leaving = new AbortController();
    server.replyWith((response) => {
      beginStream(response);
      writeChunk(response, good);
      response.once('close', closed);
    });
    const response = await post(app, { question: fresh(), visitor: visitor(), signal: leaving.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    await ended;
    expect(server.requests).toHaveLength(1);
  });

  test('a reader has so many questions a day; then the passages say so', async () => {
    for (let number = 0; number < 3; number++)
      await ask(app, { question: `${fresh()} ${number}`, visitor: visitor() });
    const events = await ask(app, { question: `${fresh()} encore`, visitor: visitor() });
    expect(kinds(events)).toEqual(['sources', 'refused']);
    expect(events[1]?.data).toMatchObject({ reason: 'too-many-questions' });
    expect(server.requests).toHaveLength(3);
  });

  test('all readers together have so many, until the next day', async () => {
    const portal = { articles, baseUrl: server.baseUrl, site: 'answers: { perDay: 1 }', clock: () => now };
    const small = await openAnsweringApp(portal);
    await ask(small, { question, visitor: 'one' });
    const events = await ask(small, { question: `${question} encore`, visitor: 'another' });
    expect(events[1]?.data).toMatchObject({ reason: 'budget-spent' });
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect(kinds(await ask(small, { question: `${question} demain`, visitor: 'one' }))).toContain('done');
    await small.close();
  });

  test('more questions at once than it takes are answered with the passages', async () => {
    const portal = await openAnsweringApp({
      articles,
      baseUrl: server.baseUrl,
      site: 'answers: { atOnce: 1 }',
    });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.replyWith(async (response) => {
      beginStream(response);
      writeChunk(response, good);
      await held;
      endStream(response);
    });
    const first = eventsOf(await post(portal, { question, visitor: 'one' }));
    await first.next();
    await first.next();
    const events = await ask(portal, { question: `${question} aussi`, visitor: 'another' });
    expect(events[1]?.data).toMatchObject({ reason: 'model-unavailable' });
    release();
    await first.return(undefined);
    await portal.close();
  });

  test('calls, tokens, cost and how answers end are counted', async () => {
    const before = await tallies();
    await ask(app, { question: fresh(), visitor: visitor() });
    const after = await tallies();
    const grown = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
    expect(grown('answers.shown')).toBe(1);
    expect(grown('model.calls')).toBe(1);
    expect(grown('model.input-tokens')).toBe(100);
    expect(grown('model.output-tokens')).toBe(20);
    // 100 tokens at 2 a million and 20 at 8 a million: 360 millionths.
    expect(grown('model.cost-millionths')).toBe(360);
    const metrics = await app.metrics.text();
    expect(metrics).toMatch(/guichet_answers_total\{outcome="shown"\} [1-9]/);
    expect(metrics).toMatch(/guichet_answer_seconds_count\{until="first"\} [1-9]/);
    expect(metrics).toMatch(/guichet_model_cost_total 0\.0/);
  });
});

describe('without a model', () => {
  let plain: App;
  beforeAll(async () => {
    plain = await openAnsweringApp({ articles, environment: { OPENAI_API_KEY: 'left-by-another-program' } });
  });
  afterAll(() => plain.close());

  test('the address says that there is none, and a key alone is no model', async () => {
    const response = await post(plain, { question });
    expect(response.status).toBe(503);
    expect(plain.answer).toBeUndefined();
    expect(plain.draftReply).toBeUndefined();
  });
});

afterEach(() => expect(server.requests.every(({ messages }) => messages[0]?.role === 'system')).toBe(true));
