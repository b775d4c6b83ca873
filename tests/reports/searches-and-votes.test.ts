import { expect, test } from 'vitest';
import { readFailedSearches, readVotes } from '../../src/reports/gaps/failed-searches.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { questions, report, tickets } from './help-desk.ts';

const locale = 'fr';
const loyalty = [...tickets('loyalty', questions.loyalty), ...tickets('invoices', questions.invoices)];

test('searches without a result belong to the gap whose words they have', () => {
  const searches = [
    { query: 'points fidélité', locale, count: 4 },
    { query: 'horaires du magasin', locale, count: 2 },
  ];
  const gap = report(loyalty, { searches }).gaps.find(({ kind }) => kind === 'write');
  expect(gap?.searches).toEqual([{ query: 'points fidélité', count: 4 }]);
});

test('searches that no ticket speaks of are a gap of their own when there are enough', () => {
  const searches = [
    { query: 'carte cadeau', locale, count: 3 },
    { query: 'la carte cadeau', locale, count: 2 },
    { query: 'parking', locale, count: 4 },
  ];
  const { gaps } = report([], { searches });
  expect(gaps).toMatchObject([
    { kind: 'write', title: 'carte cadeau', size: 0, cost: { minutesPerMonth: 0 }, ticketIds: [] },
  ]);
  expect(gaps[0]?.searches.map(({ count }) => count)).toEqual([3, 2]);
});

test('an article that most readers found unhelpful is one to rewrite', () => {
  const votes = [
    { articleId: 'fr/delivery', votes: 5, unhelpful: 4, reasons: [{ reason: 'outdated', count: 3 }] },
    { articleId: 'fr/invoices', votes: 40, unhelpful: 4, reasons: [] },
  ];
  expect(report([], { votes }).gaps).toMatchObject([
    { kind: 'rewrite', articleId: 'fr/delivery', title: 'Suivre une livraison', votes: { unhelpful: 4 } },
  ]);
});

test('a gap costs its tickets a month times the minutes of one', () => {
  const { gaps } = report(loyalty, { minutesPerTicket: 20 });
  expect(gaps[0]?.cost).toEqual({ ticketsPerMonth: 3.6, minutesPerTicket: 20, minutesPerMonth: 72 });
});

describeOnEachDatabase('what readers did', (place) => {
  test('is read as searches without a result, and votes by article', async () => {
    const event = { at: '2026-11-02T10:00:00.000Z', locale, articleId: null, query: null, position: null };
    const rest = { value: null, reason: null, visitor: null };
    const vote = { ...event, ...rest, kind: 'voted', articleId: 'fr/delivery' };
    const search = { ...event, ...rest, kind: 'searched' };
    await place.store.database
      .insertInto('events')
      .values([
        { ...search, id: '1', query: 'Carte cadeau', position: 0 },
        { ...search, id: '2', query: 'carte cadeau', position: 0 },
        { ...search, id: '3', query: 'facture', position: 4 },
        { ...search, id: '4', query: 'parking', position: 0, at: '2026-01-01T10:00:00.000Z' },
        { ...vote, id: '5', value: 0, reason: 'outdated' },
        { ...vote, id: '6', value: 1 },
        { ...vote, id: '7', value: 1, articleId: 'fr/invoices' },
      ])
      .execute();
    const period = { since: '2026-10-01T00:00:00.000Z' };
    expect(await readFailedSearches(place.store, period)).toEqual([
      { locale, query: 'carte cadeau', count: 2 },
    ]);
    expect(await readVotes(place.store, period)).toEqual([
      { articleId: 'fr/delivery', votes: 2, unhelpful: 1, reasons: [{ reason: 'outdated', count: 1 }] },
    ]);
  });
});
