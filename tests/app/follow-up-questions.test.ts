import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import {
  failing,
  quoting,
  startModelServer,
  streamed,
  type ModelReply,
  type ModelServer,
} from '../answers/model-server.ts';
import { ask, openAnsweringApp } from './answering-portal.ts';

const articles = {
  'fr/compte/mot-de-passe.md': `---
title: Changer de mot de passe
---

Cliquez sur « Mot de passe oublié » : un lien valable une heure vous est envoyé.
`,
};

let server: ModelServer;
let app: App;
let visitors = 0;

beforeAll(async () => {
  server = await startModelServer(quoting);
  app = await openAnsweringApp({ articles, baseUrl: server.baseUrl });
});

afterAll(async () => {
  await app.close();
  await server.close();
});

beforeEach(() => {
  server.requests.length = 0;
  visitors += 1;
});

const visitor = (): string => `reader-${visitors}`;
const line = (value: object): string => `${JSON.stringify(value)}\n`;
const kinds = (events: { event: string }[]): string[] => events.map(({ event }) => event);

describe('a follow-up question', () => {
  const earlier = [
    { question: 'Comment changer mon mot de passe ?', answer: 'Un lien valable une heure vous est envoyé.' },
  ];
  const rewriting =
    (rewritten: string): ModelReply =>
    (response, request) =>
      request.material.followUp === undefined
        ? quoting(response, request)
        : streamed(line({ question: rewritten }))(response, request);

  test('is rewritten to stand alone, and says how it was understood', async () => {
    server.replyWith(rewriting('Combien de temps le lien pour changer de mot de passe est-il valable ?'));
    const events = await ask(app, {
      question: 'Combien de temps est-il valable ?',
      earlier,
      visitor: visitor(),
    });
    expect(events[0]?.data['understood']).toBe(
      'Combien de temps le lien pour changer de mot de passe est-il valable ?',
    );
    expect(kinds(events)).toEqual(['sources', 'delta', 'done']);
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    [
      'a rewriting of something nobody said',
      rewriting('Quel est le numéro de la carte bancaire du directeur ?'),
    ],
    ['no rewriting', failing(500)],
  ])('stands behind the question before it when the model gives %s', async (_fault, reply) => {
    server.replyWith(reply);
    const events = await ask(app, { question: 'Combien de temps ?', earlier, visitor: visitor() });
    expect(events[0]?.data['understood']).toBe('Comment changer mon mot de passe ? Combien de temps ?');
    expect(events[0]?.data['sources']).toMatchObject([{ articleId: 'fr/compte/mot-de-passe' }]);
  });
});
