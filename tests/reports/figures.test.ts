import { beforeAll, expect, test } from 'vitest';
import { closeDays } from '../../src/events/closed-days.ts';
import { articleComments } from '../../src/reports/figures/article-comments.ts';
import { articleDays, articleQueries, articleTickets } from '../../src/reports/figures/article-history.ts';
import { articleReport } from '../../src/reports/figures/article-report.ts';
import { dailyReport } from '../../src/reports/figures/daily-report.ts';
import { deflectionReport } from '../../src/reports/figures/deflection-report.ts';
import { overview } from '../../src/reports/figures/overview.ts';
import { createOpenFigures, type FigureSource } from '../../src/reports/figures/figure-source.ts';
import { mostReadArticles } from '../../src/reports/figures/most-read.ts';
import { lastDays, periodBefore, type Period } from '../../src/reports/figures/period.ts';
import { searchReport } from '../../src/reports/figures/search-report.ts';
import { ticketReport } from '../../src/reports/figures/ticket-report.ts';
import { wantedArticles } from '../../src/reports/figures/wanted-articles.ts';
import { readUnsolvedTickets } from '../../src/reports/gaps/unsolved-tickets.ts';
import type { EventRow } from '../../src/store/schema.ts';
import { toRow } from '../../src/tickets/ticket-row.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { invoiceTicket } from './invoice-ticket.ts';

const timeZone = 'Europe/Paris';
const now = new Date('2026-11-22T12:00:00Z');
const week = lastDays(7, now, { timeZone });

let lastId = 0;

function event(kind: EventRow['kind'], at: string, more: Partial<EventRow> = {}): EventRow {
  return {
    id: `event-${++lastId}`,
    kind,
    at,
    locale: 'fr',
    articleId: null,
    query: null,
    position: null,
    value: null,
    reason: null,
    visitor: 'anyone',
    product: null,
    ...more,
  };
}

const draft = { product: '', topic: '', heldOut: 0, opened: 0 };
const invoices = { articleId: 'fr/invoices' };
const shown = { articleId: 'fr/invoices', opened: true, solved: false };

const events = [
  event('viewed', '2026-11-20T09:00:00.000Z', { ...invoices, visitor: 'one' }),
  event('viewed', '2026-11-20T10:00:00.000Z', { ...invoices, visitor: 'one' }),
  event('viewed', '2026-11-20T11:00:00.000Z', { ...invoices, visitor: 'two' }),
  event('viewed', '2026-11-20T11:00:00.000Z', { articleId: 'en/invoices', locale: 'en', visitor: 'three' }),
  event('viewed', '2026-11-10T11:00:00.000Z', { ...invoices, visitor: 'four' }),
  event('voted', '2026-11-20T11:00:00.000Z', { ...invoices, value: 1 }),
  event('voted', '2026-11-20T11:00:00.000Z', { ...invoices, value: 1 }),
  event('voted', '2026-11-20T11:00:00.000Z', {
    ...invoices,
    value: 0,
    reason: 'outdated',
    query: 'Le prix a changé',
  }),
  event('searched', '2026-11-20T08:00:00.000Z', { query: 'Facture', position: 3, visitor: 'one' }),
  event('searched', '2026-11-20T08:01:00.000Z', { query: 'facture', position: 3, visitor: 'two' }),
  event('searched', '2026-11-20T08:02:00.000Z', { query: 'carte de fidélité', position: 0, visitor: 'two' }),
  event('searched', '2026-11-20T08:03:00.000Z', { query: 'CARTE DE FIDÉLITÉ', position: 0, visitor: 'five' }),
  event('clicked', '2026-11-20T08:04:00.000Z', {
    ...invoices,
    query: 'facture',
    position: 2,
    visitor: 'two',
  }),
  event('clicked', '2026-11-20T08:05:00.000Z', {
    ...invoices,
    query: 'facture',
    position: 1,
    visitor: 'two',
  }),
  event('rated', '2026-11-20T12:30:00.000Z', { ...invoices, value: 1 }),
  event('rated', '2026-11-21T12:30:00.000Z', { ...invoices, value: 4 }),
  event('rated', '2026-11-10T12:30:00.000Z', { ...invoices, value: 5 }),
  event('contacted', '2026-11-20T11:30:00.000Z', { ...invoices, visitor: 'two' }),
  event('searched', '2026-11-20T09:10:00.000Z', { query: 'sous', position: 0, visitor: 'six' }),
  event('searched', '2026-11-20T09:11:00.000Z', { query: 'Règlement', position: 2, visitor: 'six' }),
  event('clicked', '2026-11-20T09:12:00.000Z', {
    ...invoices,
    query: 'règlement',
    position: 2,
    visitor: 'six',
  }),
  event('opened', '2026-11-20T12:00:00.000Z', { ...invoices, visitor: null }),
  event('solved', '2026-11-20T12:01:00.000Z', { ...invoices, visitor: null }),
];

const sent = [
  invoiceTicket('G-1', '2026-11-20T12:00:00.000Z', {
    requester: 'a@example.org',
    status: 'closed',
    resolution: 'fr/invoices',
    searched: ['Carte de fidélité'],
    firstReplyAt: '2026-11-20T14:00:00.000Z',
    resolvedAt: '2026-11-20T14:00:00.000Z',
  }),
  invoiceTicket('G-2', '2026-11-20T13:00:00.000Z', {
    requester: 'a@example.org',
    status: 'resolved',
    firstReplyAt: '2026-11-20T19:00:00.000Z',
    suggestions: [shown, { articleId: 'fr/password', opened: false, solved: false }],
  }),
  invoiceTicket('G-3', '2026-11-21T13:00:00.000Z'),
  invoiceTicket('G-4', '2026-11-21T13:00:00.000Z', { locale: 'en', requester: 'b@example.org' }),
  // Half past midnight in Paris on the first day of the week; the evening before in UTC.
  invoiceTicket('G-5', '2026-11-15T23:30:00.000Z', { status: 'pending', requester: 'c@example.org' }),
  invoiceTicket('G-6', '2026-11-15T22:30:00.000Z', { requester: 'd@example.org' }),
];

describeOnEachDatabase('the figures of the desk', (place) => {
  const empty: Period = { ...week, locale: 'de' };
  let source: FigureSource;

  beforeAll(async () => {
    await place.store.database.insertInto('events').values(events).execute();
    await place.store.database.insertInto('tickets').values(sent.map(toRow)).execute();
    await place.store.database
      .insertInto('deflections')
      .values([
        { ...draft, day: '2026-11-18', locale: 'fr', outcome: 'explicit', count: 3 },
        { ...draft, day: '2026-11-18', locale: 'fr', opened: 1, outcome: 'implicit', count: 2 },
        { ...draft, day: '2026-11-19', locale: 'fr', outcome: 'deferred', count: 1 },
        { ...draft, day: '2026-11-19', locale: 'fr', outcome: 'submitted', count: 4 },
        { ...draft, day: '2026-11-19', locale: 'en', outcome: 'abandoned', count: 5 },
        { ...draft, day: '2026-11-01', locale: 'fr', outcome: 'explicit', count: 100 },
        { ...draft, day: '2026-11-19', locale: 'fr', heldOut: 1, outcome: 'submitted', count: 6 },
        { ...draft, day: '2026-11-19', locale: 'fr', heldOut: 1, outcome: 'abandoned', count: 4 },
      ])
      .execute();
    source = await createOpenFigures(place.store, timeZone)();
  });

  test('an article shows views, readers, helpfulness with its votes, and the tickets around it', async () => {
    const [first, second, ...others] = await articleReport(source, week);
    expect(first).toEqual({
      articleId: 'fr/invoices',
      views: 3,
      readers: 2,
      votes: 3,
      helpful: 2,
      helpfulness: 2 / 3,
      reasons: [{ reason: 'outdated', count: 1 }],
      searchClicks: 3,
      contacts: 1,
      opened: 1,
      rejected: 0,
      solved: 1,
      ticketsAfter: 1,
      ticketsSolved: 1,
      // Bad: a vote and a ticket; good: two votes and a solved draft. It alone has signs, so it is what is typical.
      failure: 2 / 5,
      signs: 5,
      harm: expect.closeTo(6 / 5) as number,
    });
    expect(second).toMatchObject({ articleId: 'en/invoices', views: 1, votes: 0, helpfulness: null });
    expect(others).toEqual([]);
  });

  test('an article’s figures are those of one language when one is chosen', async () => {
    const rows = await articleReport(source, { ...week, locale: 'en' });
    expect(rows.map(({ articleId }) => articleId)).toEqual(['en/invoices']);
  });

  test('searches count without regard to capitals, and several clicks of a search once', async () => {
    const { rows, ...totals } = await searchReport(source, week);
    expect(totals).toEqual({
      searches: 6,
      zeroResults: 3,
      zeroResultRate: 0.5,
      clicked: 2,
      clickThroughRate: 1 / 3,
      rephrased: 1,
      rephrasedRate: 1 / 6,
      clicks: 3,
      meanPosition: 5 / 3,
    });
    expect(rows.slice(0, 2)).toEqual([
      {
        query: 'carte de fidélité',
        locale: 'fr',
        searches: 2,
        zeroResults: 2,
        clicked: 0,
        clickThroughRate: 0,
        rephrased: 0,
        clicks: 0,
        positions: 0,
        meanPosition: null,
      },
      {
        query: 'facture',
        locale: 'fr',
        searches: 2,
        zeroResults: 0,
        clicked: 1,
        clickThroughRate: 0.5,
        rephrased: 0,
        clicks: 2,
        positions: 3,
        meanPosition: 1.5,
      },
    ]);
  });

  test('words that failed name the article their readers wanted: opened after other words, or solving their ticket', async () => {
    const asked = ['sous', 'carte de fidélité', 'règlement'].map((query) => ({ locale: 'fr', query }));
    const wanted = await wantedArticles(source, week, [...asked, { locale: 'en', query: 'sous' }]);
    expect([...wanted]).toEqual([
      ['fr sous', { articleId: 'fr/invoices', evidence: 1 }],
      ['fr carte de fidélité', { articleId: 'fr/invoices', evidence: 1 }],
    ]);
  });

  test('one article shows its days, the words that led to it, its comments and its tickets', async () => {
    const days = await articleDays(source, week, 'fr/invoices');
    expect(days).toHaveLength(7);
    expect(days[4]).toEqual({ day: '2026-11-20', views: 3, helpful: 2, unhelpful: 1 });
    expect(await articleQueries(source, week, 'fr/invoices')).toEqual([
      { query: 'facture', clicks: 2, foundLater: 0 },
      { query: 'règlement', clicks: 1, foundLater: 0 },
      { query: 'sous', clicks: 0, foundLater: 1 },
    ]);
    expect(await articleComments(place.store, week, { limit: 5, articleId: 'fr/invoices' })).toMatchObject([
      { comment: 'Le prix a changé', reason: 'outdated' },
    ]);
    const { after, solved } = await articleTickets(place.store, week, 'fr/invoices');
    expect([after, solved].map((tickets) => tickets.map(({ reference }) => reference))).toEqual([
      ['G-2'],
      ['G-1'],
    ]);
  });

  test('no searches is not a rate of zero', async () => {
    expect(await searchReport(source, empty)).toEqual({
      searches: 0,
      zeroResults: 0,
      zeroResultRate: null,
      clicked: 0,
      clickThroughRate: null,
      rephrased: 0,
      rephrasedRate: null,
      clicks: 0,
      meanPosition: null,
      rows: [],
    });
  });

  test('deflections are explicit, implicit and deferred, each with its number', async () => {
    expect(await deflectionReport(place.store, week)).toEqual({
      sessions: 15,
      explicit: 3,
      implicit: 2,
      deferred: 1,
      abandoned: 5,
      submitted: 4,
      rate: 5 / 15,
      opened: { sessions: 2, explicit: 0, implicit: 2, deferred: 0, abandoned: 0, submitted: 0 },
      provisional: 0,
      windowDays: 7,
      holdOut: {
        sessions: 10,
        tickets: 6,
        ticketsShown: 5,
        ticketRate: 0.6,
        ticketRateShown: 1 / 3,
        effect: expect.objectContaining({ value: 0.6 - 1 / 3 }) as unknown,
      },
    });
    expect((await deflectionReport(place.store, { ...week, locale: 'fr' })).rate).toBe(0.5);
    expect((await deflectionReport(place.store, empty)).rate).toBeNull();
  });

  test('tickets show who sent them, and no rate of content senders without an answer', async () => {
    expect(await ticketReport(place.store, week)).toEqual({
      tickets: 5,
      senders: 4,
      satisfactionAnswers: 0,
      satisfaction: null,
    });
    expect(await ticketReport(place.store, empty)).toMatchObject({ tickets: 0, senders: 0 });
  });

  test('the overview puts a period beside the one before', async () => {
    const { current, previous } = await overview(source, week);
    expect(current).toEqual({
      views: 4,
      readers: 3,
      searches: 6,
      zeroResultRate: 0.5,
      clickThroughRate: 1 / 3,
      votes: 3,
      helpfulness: 2 / 3,
      effortAnswers: 2,
      effort: 2.5,
      tickets: 5,
      senders: 4,
      selfServiceScore: 3 / 4,
      sessions: 15,
      deflected: 5,
      deflectionRate: 5 / 15,
      satisfactionAnswers: 0,
      satisfaction: null,
    });
    expect(previous).toMatchObject({ views: 1, searches: 0, zeroResultRate: null, tickets: 1, sessions: 0 });
  });

  test('days are those of the site’s time zone', async () => {
    const days = await dailyReport(source, week);
    expect(days.map(({ day }) => day)).toHaveLength(7);
    expect(days[0]).toEqual({
      ...{ day: '2026-11-16', views: 0, readers: 0, searches: 0, zeroResults: 0, tickets: 1 },
    });
    expect(days[4]).toEqual({
      ...{ day: '2026-11-20', views: 4, readers: 3, searches: 6, zeroResults: 3, tickets: 2 },
    });
    expect((await dailyReport(source, periodBefore(week))).at(-1)).toMatchObject({
      day: '2026-11-15',
      tickets: 1,
    });
  });

  test('a topic leaves out what readers viewed and searched, which has none', async () => {
    const { current } = await overview(source, { ...week, topic: 'billing' });
    expect(current).toMatchObject({ views: null, searches: null, selfServiceScore: null, tickets: 0 });
  });

  test('what was read most comes first', async () => {
    expect(await mostReadArticles(source, week, 5)).toEqual(['fr/invoices', 'en/invoices']);
  });

  test('nothing changes when the days are closed', async () => {
    const everything = async (from: FigureSource) => [
      await articleReport(from, week),
      await searchReport(from, { ...week, locale: 'fr' }),
      await overview(from, week),
      await dailyReport(from, week),
      await wantedArticles(from, week, [{ locale: 'fr', query: 'sous' }]),
      await articleDays(from, week, 'fr/invoices'),
      await articleQueries(from, week, 'fr/invoices'),
    ];
    const before = await everything(source);
    await closeDays(place.store, { clock: () => new Date('2026-11-24T12:00:00Z'), timeZone });
    const closed = await createOpenFigures(place.store, timeZone)();
    expect(closed.closed.lastDay).toBe('2026-11-22');
    expect(closed.open.totals).toEqual([]);
    expect(await everything(closed)).toEqual(before);
  });

  test('the gap report reads the tickets no article solved, with what their senders opened', async () => {
    const tickets = await readUnsolvedTickets(place.store, { since: week.since, locale: 'fr' });
    expect(tickets.map(({ id }) => id)).toEqual(['G-5', 'G-2', 'G-3']);
    expect(tickets[1]).toEqual({
      id: 'G-2',
      locale: 'fr',
      subject: 'Facture',
      description: 'Où est ma facture ?',
      createdAt: '2026-11-20T13:00:00.000Z',
      requesterKey: 'a@example.org',
      shown: ['fr/invoices', 'fr/password'],
      opened: ['fr/invoices'],
    });
    expect(tickets[2]).not.toHaveProperty('requesterKey');
  });
});
