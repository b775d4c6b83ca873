import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAiModel } from '../../src/answers/openai-model.ts';
import { claimsOf } from '../../src/app/draft-from-tickets.ts';
import { scaffoldArticle } from '../../src/articles/scaffold-article.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { startModelServer, streamed, type ModelServer } from '../answers/model-server.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(streamed(''));
});
afterAll(() => server.close());

const ticket = (reference: string, status: string, description: string): Ticket =>
  ({ reference, status, locale: 'fr', subject: 'Badge refusé', description }) as Ticket;

const tickets = [
  ticket('G-1', 'open', 'Le badge est refusé à la porte du parking depuis lundi.'),
  ticket('G-2', 'closed', 'Le badge refusé remarche après passage à la borne du hall. Marie, 06 12 34 56 78'),
];
const gap = { title: 'Badge refusé', locale: 'fr', ticketIds: ['G-1', 'G-2'] };
const line = (value: object): string => `${JSON.stringify(value)}\n`;

test('a draft holds only what tickets say, each sentence marked with its ticket, and nothing personal', async () => {
  const quote = 'Le badge refusé remarche après passage à la borne du hall.';
  server.replyWith(
    streamed(
      line({ sentence: quote, passage: 1, quote }),
      line({
        sentence: 'Le badge se commande au guichet.',
        passage: 1,
        quote: 'Le badge se commande au guichet.',
      }),
    ),
  );
  const claims = await claimsOf(gap, tickets, openAiModel({ baseUrl: server.baseUrl }));
  // Settled tickets come first, so the first passage is the second ticket.
  expect(claims).toEqual([{ sentence: quote, ticket: 'G-2', quote }]);
  expect(JSON.stringify(server.requests)).not.toContain('06 12');
  const { content } = scaffoldArticle(
    'fr/badge',
    { title: 'Badge refusé', words: [], samples: [], claims },
    '2026-06-01',
  );
  expect(content).toContain('state: draft');
  expect(content).toContain(`- ${quote} <!-- G-2: ${quote} -->`);
});

test('a model that does not answer leaves no half draft', async () => {
  server.replyWith((response) => void response.writeHead(500).end());
  await expect(claimsOf(gap, tickets, openAiModel({ baseUrl: server.baseUrl }))).rejects.toThrow(
    'does not answer',
  );
});
