import { beforeAll, expect, test } from 'vitest';
import { createOpenFigures, type FigureSource } from '../../src/reports/figures/figure-source.ts';
import { monthOf } from '../../src/reports/figures/period.ts';
import { reviewReport, type ReviewRow } from '../../src/reports/figures/review-report.ts';
import { toRow } from '../../src/tickets/ticket-row.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { invoiceTicket } from './invoice-ticket.ts';

const month = monthOf('2026-10', { timeZone: 'UTC' });

const ticket = (reference: string, more: Partial<Ticket>): Ticket =>
  invoiceTicket(reference, '2026-10-10T08:00:00.000Z', more);

const solved = { status: 'resolved' as const, resolution: 'fr/invoices' };
const sent = [
  ticket('G-1', {
    ...solved,
    requester: 'a@example.org',
    country: 'France',
    firstReplyAt: '2026-10-10T09:00:00.000Z',
    resolvedAt: '2026-10-10T12:00:00.000Z',
    satisfaction: 5,
    recommendation: 10,
  }),
  ticket('G-2', {
    ...solved,
    country: 'France',
    createdAt: '2026-10-05T08:00:00.000Z',
    firstReplyAt: '2026-10-05T11:00:00.000Z',
    satisfaction: 3,
    recommendation: 6,
  }),
  ticket('G-3', { locale: 'en', status: 'closed', country: 'Canada', recommendation: 8 }),
  ticket('G-4', { locale: 'en', country: 'Canada' }),
  ticket('G-5', { createdAt: '2026-11-01T00:00:00.000Z' }),
];

describeOnEachDatabase('the monthly review', (place) => {
  let source: FigureSource;
  const row = async (cut: 'locale' | 'country', group: string): Promise<ReviewRow | undefined> =>
    (await reviewReport(source, month, cut)).find((one) => one.group === group);

  beforeAll(async () => {
    const { database } = place.store;
    await database.insertInto('tickets').values(sent.map(toRow)).execute();
    await database
      .insertInto('followUps')
      .values({
        ...{ id: 'one', reference: 'G-2', kind: 'added', text: 'encore' },
        createdAt: '2026-10-06T08:00:00.000Z',
      })
      .execute();
    const viewed = { kind: 'viewed', locale: 'fr', articleId: 'fr/invoices', query: null, position: null };
    const nothing = { value: null, reason: null, product: null };
    await database
      .insertInto('events')
      .values([
        { ...viewed, ...nothing, id: 'event-1', at: '2026-10-08T08:00:00.000Z', visitor: 'one' },
        { ...viewed, ...nothing, id: 'event-2', at: '2026-10-09T08:00:00.000Z', visitor: 'two' },
        {
          ...{ ...viewed, ...nothing, kind: 'rated', value: 2 },
          ...{ id: 'event-3', at: '2026-10-09T08:00:00.000Z', visitor: 'two' },
        },
      ])
      .execute();
    source = await createOpenFigures(place.store, 'UTC')();
  });

  test('shows the tickets of the month in all, each figure with the number it rests on', async () => {
    expect(await row('locale', '*')).toEqual({
      group: '*',
      tickets: 4,
      firstReplyHours: { value: 2, n: 2 },
      resolutionHours: { value: 4, n: 1 },
      firstContact: { value: 2 / 3, n: 3 },
      resolved: { value: 3 / 4, n: 4 },
      satisfaction: { value: 1 / 2, n: 2 },
      promoters: { value: 0, n: 3 },
      effort: { value: 2, n: 1 },
      selfService: { value: 2 / 4, n: 4 },
      linkRate: { value: 2 / 3, n: 3 },
      known: { value: 1 / 2, n: 2 },
    });
  });

  test('cuts them by language, with what readers did in it', async () => {
    expect(await row('locale', 'fr')).toMatchObject({ tickets: 2, selfService: { value: 1, n: 2 } });
    expect(await row('locale', 'en')).toMatchObject({ tickets: 2, effort: { value: null, n: 0 } });
  });

  test('cuts them by country, of which readers have none', async () => {
    expect(await row('country', 'Canada')).toMatchObject({
      tickets: 2,
      promoters: { value: 0, n: 1 },
      satisfaction: { value: null, n: 0 },
      selfService: { value: null, n: 0 },
    });
  });
});
