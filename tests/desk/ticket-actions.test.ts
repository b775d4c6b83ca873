import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { actOnTicket, ticketForm, type TicketForm } from '../../src/components/desk/act-on-ticket.ts';
import { proposeArticles } from '../../src/components/desk/propose-articles.ts';
import { visibleTicket } from '../../src/components/desk/visible-ticket.ts';
import { systemClock } from '../../src/store/clock.ts';
import { findTicket } from '../../src/tickets/find-ticket.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const published = {
  id: 'fr/billing/refunds',
  locale: 'fr',
  path: 'billing/refunds',
  title: 'Remboursements',
  description: '',
  keywords: [],
  key: 'billing/refunds',
  category: ['billing'],
  state: 'validated' as const,
  updated: '2026-01-01',
  file: 'fr/billing/refunds.md',
  url: '/fr/articles/billing/refunds',
};
const article = (articleId: string) => (articleId === published.id ? published : undefined);
const sent = {
  locale: 'fr',
  email: 'claire@example.org',
  name: 'Claire Martin',
  subject: 'Remboursement',
  description: 'Écrivez-moi à claire@example.org ou au 06 12 34 56 78.',
};

const accountAs = (role: Account['role']): Account => ({ id: '1', email: 'a@example.org', name: 'A', role });

describeOnEachDatabase('what an agent does with a ticket', (place) => {
  let reference: string;

  beforeEach(async () => {
    const outcome = await submitTicket(place.store, sent, { clock: systemClock, timeZone: 'Europe/Paris' });
    if (!('ticket' in outcome)) throw new Error('the ticket was not taken');
    reference = outcome.ticket.reference;
  });

  const act = (form: TicketForm) =>
    actOnTicket({ store: place.store, article, clock: systemClock }, reference, form);
  const ticket = () => findTicket(place.store, reference);

  it('solves it with an article, and opens it again without one', async () => {
    expect(await act({ action: 'resolve', articleId: published.id })).toEqual({ done: 'resolved' });
    expect(await ticket()).toMatchObject({ status: 'resolved', resolution: published.id });
    expect(await act({ action: 'reopen' })).toEqual({ done: 'reopened' });
    expect((await ticket())?.status).toBe('open');
    expect((await ticket())?.resolution).toBeUndefined();
  });

  it('does not solve it with nothing, or with an article that is not published', async () => {
    expect(await act({ action: 'resolve' })).toEqual({ problem: 'article' });
    expect(await act({ action: 'resolve', articleId: 'fr/secret' })).toEqual({ problem: 'unknownArticle' });
    expect((await ticket())?.status).toBe('open');
  });

  it('moves it to another status, but not out of closed to anything but open', async () => {
    expect(await act({ action: 'status', status: 'closed' })).toEqual({ done: 'status' });
    expect(await act({ action: 'status', status: 'pending' })).toEqual({ problem: 'notAllowed' });
    expect((await ticket())?.status).toBe('closed');
  });

  it('says when the ticket was erased in the meantime', async () => {
    await place.store.database.deleteFrom('tickets').execute();
    expect(await act({ action: 'resolve', articleId: published.id })).toEqual({ problem: 'gone' });
  });

  it('shows agents and admins the sender, and writers neither the sender nor addresses in the text', async () => {
    const whole = await ticket();
    if (!whole) throw new Error('the ticket is missing');
    expect(visibleTicket(whole, accountAs('agent'))).toEqual(whole);
    expect(visibleTicket(whole, accountAs('admin'))).toEqual(whole);
    const seen = JSON.stringify(visibleTicket(whole, accountAs('writer')));
    expect(seen).toContain('Remboursement');
    for (const secret of ['claire', 'Claire', '06 12 34 56 78']) expect(seen).not.toContain(secret);
  });
});

describe('a form of the ticket page', () => {
  it.each([
    {},
    { action: 'erase' },
    { action: 'status', status: 'lost' },
    { action: 'resolve', articleId: 'x'.repeat(501) },
  ])('is refused when it is %j', (fields) => expect(ticketForm.safeParse(fields).success).toBe(false));
});

describe('articles proposed for a ticket', () => {
  const ticket: Ticket = {
    reference: 'G-1',
    status: 'open',
    locale: 'de',
    subject: 'Remboursement',
    description: '',
    tags: [],
    suggestions: [],
    source: 'portal',
    createdAt: '2026-06-01T10:00:00.000Z',
  };
  const asked: string[] = [];
  const app = {
    article,
    catalog: { locales: ['fr'], defaultLocale: 'fr', articles: [], categories: [], findings: [] },
    nearest: ({ locale }: { locale: string }) => {
      asked.push(locale);
      return [published.id, 'fr/withdrawn'].map((articleId) => ({ articleId, confidence: 0.4 }));
    },
    search: () => ({ hits: [], total: 0 }),
  };

  it.each([
    'fr/billing/refunds',
    '/fr/articles/billing/refunds',
    'https://help.example.org/fr/articles/billing/refunds/#card',
  ])('are the one that %s names', (find) => {
    expect(proposeArticles(app, ticket, find)).toEqual([
      { articleId: published.id, title: published.title, url: published.url },
    ]);
  });

  it('are the nearest that are still published, in the portal’s language when the ticket’s has no articles', () => {
    expect(proposeArticles(app, ticket, '').map(({ articleId }) => articleId)).toEqual([published.id]);
    expect(asked).toEqual(['fr']);
  });
});
