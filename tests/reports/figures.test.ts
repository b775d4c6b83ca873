import { beforeAll, expect, test } from 'vitest';
import { articleReport } from '../../src/reports/figures/article-report.ts';
import { dailyReport } from '../../src/reports/figures/daily-report.ts';
import { deflectionReport } from '../../src/reports/figures/deflection-report.ts';
import { effortReport } from '../../src/reports/figures/effort-report.ts';
import { overview } from '../../src/reports/figures/overview.ts';
import { lastDays, periodBefore, type Period } from '../../src/reports/figures/period.ts';
import { searchReport } from '../../src/reports/figures/search-report.ts';
import { ticketReport } from '../../src/reports/figures/ticket-report.ts';
import { readUnsolvedTickets } from '../../src/reports/gaps/unsolved-tickets.ts';
import type { EventRow } from '../../src/store/schema.ts';
import { toRow } from '../../src/tickets/ticket-row.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

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
    ...more,
  };
}

function ticket(reference: string, createdAt: string, more: Partial<Ticket> = {}): Ticket {
  return {
    reference,
    status: 'open',
    locale: 'fr',
    subject: 'Facture',
    description: 'Où est ma facture ?',
    tags: [],
    suggestions: [],
    source: 'portal',
    createdAt,
    ...more,
  };
}

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
  event('voted', '2026-11-20T11:00:00.000Z', { ...invoices, value: 0, reason: 'outdated' }),
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
  event('opened', '2026-11-20T12:00:00.000Z', { ...invoices, visitor: null }),
  event('solved', '2026-11-20T12:01:00.000Z', { ...invoices, visitor: null }),
];

const sent = [
  ticket('G-1', '2026-11-20T12:00:00.000Z', {
    requester: 'a@example.org',
    status: 'closed',
    resolution: 'fr/invoices',
    firstReplyAt: '2026-11-20T14:00:00.000Z',
    resolvedAt: '2026-11-20T14:00:00.000Z',
  }),
  ticket('G-2', '2026-11-20T13:00:00.000Z', {
    requester: 'a@example.org',
    status: 'resolved',
    firstReplyAt: '2026-11-20T19:00:00.000Z',
    suggestions: [shown, { articleId: 'fr/password', opened: false, solved: false }],
  }),
  ticket('G-3', '2026-11-21T13:00:00.000Z'),
  ticket('G-4', '2026-11-21T13:00:00.000Z', { locale: 'en', requester: 'b@example.org' }),
  // Half past midnight in Paris on the first day of the week; the evening before in UTC.
  ticket('G-5', '2026-11-15T23:30:00.000Z', { status: 'pending', requester: 'c@example.org' }),
  ticket('G-6', '2026-11-15T22:30:00.000Z', { requester: 'd@example.org' }),
];

describeOnEachDatabase('the figures of the desk', (place) => {
  const empty: Period = { ...week, locale: 'de' };

  beforeAll(async () => {
    await place.store.database.insertInto('events').values(events).execute();
    await place.store.database.insertInto('tickets').values(sent.map(toRow)).execute();
    await place.store.database
      .insertInto('deflections')
      .values([
        { day: '2026-11-18', locale: 'fr', outcome: 'explicit', count: 3 },
        { day: '2026-11-18', locale: 'fr', outcome: 'implicit', count: 2 },
        { day: '2026-11-19', locale: 'fr', outcome: 'deferred', count: 1 },
        { day: '2026-11-19', locale: 'fr', outcome: 'submitted', count: 4 },
        { day: '2026-11-19', locale: 'en', outcome: 'abandoned', count: 5 },
        { day: '2026-11-01', locale: 'fr', outcome: 'explicit', count: 100 },
      ])
      .execute();
  });

  test('an article shows views, readers, helpfulness with its votes, and the tickets around it', async () => {
    const [first, second, ...others] = await articleReport(place.store, week);
    expect(first).toEqual({
      articleId: 'fr/invoices',
      views: 3,
      readers: 2,
      votes: 3,
      helpful: 2,
      helpfulness: 2 / 3,
      searchClicks: 2,
      opened: 1,
      rejected: 0,
      solved: 1,
      ticketsAfter: 1,
      ticketsSolved: 1,
    });
    expect(second).toMatchObject({ articleId: 'en/invoices', views: 1, votes: 0, helpfulness: null });
    expect(others).toEqual([]);
  });

  test('an article’s figures are those of one language when one is chosen', async () => {
    const rows = await articleReport(place.store, { ...week, locale: 'en' });
    expect(rows.map(({ articleId }) => articleId)).toEqual(['en/invoices']);
  });

  test('searches count without regard to capitals, and several clicks of a reader once', async () => {
    const { rows, ...totals } = await searchReport(place.store, week);
    expect(totals).toEqual({
      searches: 4,
      zeroResults: 2,
      zeroResultRate: 0.5,
      clicked: 1,
      clickThroughRate: 0.25,
    });
    expect(rows).toEqual([
      {
        query: 'carte de fidélité',
        searches: 2,
        zeroResults: 2,
        clicked: 0,
        clickThroughRate: 0,
        meanPosition: null,
      },
      {
        query: 'facture',
        searches: 2,
        zeroResults: 0,
        clicked: 1,
        clickThroughRate: 0.5,
        meanPosition: 1.5,
      },
    ]);
  });

  test('no searches is not a rate of zero', async () => {
    expect(await searchReport(place.store, empty)).toEqual({
      searches: 0,
      zeroResults: 0,
      zeroResultRate: null,
      clicked: 0,
      clickThroughRate: null,
      rows: [],
    });
  });

  test('effort is the mean of the answers in the period, and nothing where nobody answered', async () => {
    expect(await effortReport(place.store, week)).toEqual({ answers: 2, average: 2.5 });
    expect(await effortReport(place.store, { ...week, locale: 'en' })).toEqual({ answers: 0, average: null });
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
      provisional: 0,
      windowDays: 7,
    });
    expect((await deflectionReport(place.store, { ...week, locale: 'fr' })).rate).toBe(0.5);
    expect((await deflectionReport(place.store, empty)).rate).toBeNull();
  });

  test('tickets show where they stand, who sent them and how often an article is linked', async () => {
    expect(await ticketReport(place.store, week)).toEqual({
      tickets: 5,
      byStatus: { open: 2, pending: 1, resolved: 1, closed: 1 },
      senders: 4,
      unsolved: 4,
      linkRate: 0.5,
      medianFirstReplyHours: 4,
    });
    expect(await ticketReport(place.store, empty)).toMatchObject({
      linkRate: null,
      medianFirstReplyHours: null,
    });
  });

  test('the overview puts a period beside the one before', async () => {
    const { current, previous } = await overview(place.store, week);
    expect(current).toEqual({
      views: 4,
      readers: 3,
      searches: 4,
      zeroResultRate: 0.5,
      clickThroughRate: 0.25,
      votes: 3,
      helpfulness: 2 / 3,
      tickets: 5,
      senders: 4,
      selfServiceScore: 3 / 4,
      sessions: 15,
      deflectionRate: 5 / 15,
    });
    expect(previous).toMatchObject({ views: 1, searches: 0, zeroResultRate: null, tickets: 1, sessions: 0 });
  });

  test('days are those of the site’s time zone', async () => {
    const days = await dailyReport(place.store, week);
    expect(days.map(({ day }) => day)).toHaveLength(7);
    expect(days[0]).toEqual({ day: '2026-11-16', views: 0, searches: 0, tickets: 1 });
    expect(days[4]).toEqual({ day: '2026-11-20', views: 4, searches: 4, tickets: 2 });
    expect((await dailyReport(place.store, periodBefore(week))).at(-1)).toMatchObject({
      day: '2026-11-15',
      tickets: 1,
    });
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

test('a week ends today and spans whole days, also when the clocks change', () => {
  expect(week).toMatchObject({
    fromDay: '2026-11-16',
    toDay: '2026-11-22',
    since: '2026-11-15T23:00:00.000Z',
    until: '2026-11-22T23:00:00.000Z',
  });
  const october = lastDays(1, new Date('2026-10-25T12:00:00Z'), { timeZone });
  expect([october.since, october.until]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});

test('a day begins at midnight wherever the site is', () => {
  const beginning = (zone: string) => lastDays(1, now, { timeZone: zone }).since;
  expect(beginning('Asia/Kathmandu')).toBe('2026-11-21T18:15:00.000Z');
  expect(beginning('Pacific/Kiritimati')).toBe('2026-11-22T10:00:00.000Z');
  expect(beginning('Pacific/Pago_Pago')).toBe('2026-11-22T11:00:00.000Z');
});
