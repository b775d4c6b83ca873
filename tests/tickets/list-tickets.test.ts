import { beforeAll, expect, test } from 'vitest';
import { exportTickets, toExportLine } from '../../src/tickets/export-tickets.ts';
import { importTickets } from '../../src/tickets/import-tickets.ts';
import { countByStatus, listTickets } from '../../src/tickets/list-tickets.ts';
import type { TicketFilter } from '../../src/tickets/list-tickets.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const rows = [
  {
    id: 'A',
    subject: 'Échéance dépassée',
    status: 'open',
    locale: 'fr',
    topic: 'billing',
    requester: 'Ana@example.org',
  },
  { id: 'B', subject: '50% off', status: 'pending', locale: 'en', product: 'pro' },
  { id: 'C', subject: 'snake_case', status: 'resolved', locale: 'en', resolution: 'en/a' },
  { id: 'D', subject: 'Back\\slash', description: 'déjà vu, ŒUVRE', status: 'closed', locale: 'fr' },
].map((row, index) => ({ ...row, createdAt: `2026-11-0${index + 1}T10:00:00.000Z` }));

async function* records(values: unknown[]) {
  for (const [index, value] of values.entries()) yield await Promise.resolve({ line: index + 1, value });
}

const options = { clock: () => new Date('2026-11-22T10:00:00Z'), source: 'jsonl', localeOf: () => 'fr' };

describeOnEachDatabase('the tickets', (place) => {
  beforeAll(async () => {
    await importTickets(place.store, records(rows), options);
  });
  const found = async (filter: TicketFilter) =>
    (await listTickets(place.store, filter)).tickets.map(({ reference }) => reference).join('');

  const filters: [TicketFilter, string][] = [
    [{}, 'DCBA'],
    [{ statuses: ['open', 'closed'] }, 'DA'],
    [{ locale: 'en' }, 'CB'],
    [{ topic: 'billing' }, 'A'],
    [{ product: 'pro' }, 'B'],
    [{ source: 'portal' }, ''],
    [{ requester: 'ana@example.org' }, 'A'],
    [{ isSolved: true }, 'C'],
    [{ isSolved: false, locale: 'en' }, 'B'],
    [{ resolution: 'en/a' }, 'C'],
    [{ since: '2026-11-02T10:00:00.000Z', until: '2026-11-04T10:00:00.000Z' }, 'CB'],
    [{ search: 'echeance' }, 'A'],
    [{ search: 'DÉPASSÉE ana@' }, 'A'],
    [{ search: 'deja' }, 'D'],
    [{ search: '50%' }, 'B'],
    [{ search: '5_%' }, ''],
    [{ search: 'snake_' }, 'C'],
    [{ search: 'back\\' }, 'D'],
    [{ search: 'nothing \0' }, ''],
  ];
  test.each(filters)('are found by %j', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  test('come in pages, with how many there are in all', async () => {
    const page = await listTickets(place.store, {}, { limit: 2, offset: 1, order: 'oldest' });
    expect(page.tickets.map(({ reference }) => reference)).toEqual(['B', 'C']);
    expect(page.total).toBe(4);
  });

  test('are counted by status', async () => {
    expect(await countByStatus(place.store)).toEqual({ open: 1, pending: 1, resolved: 1, closed: 1 });
    expect(await countByStatus(place.store, { locale: 'fr' })).toMatchObject({ open: 1, pending: 0 });
  });

  test('are exported as they can be imported again', async () => {
    const lines: unknown[] = [];
    for await (const ticket of exportTickets(place.store)) lines.push(JSON.parse(toExportLine(ticket)));
    expect(lines).toMatchObject(
      rows.map((row) => (row.requester ? { ...row, requester: 'ana@example.org' } : row)),
    );
    expect(await importTickets(place.store, records(lines), options)).toMatchObject({
      added: 0,
      unchanged: 4,
    });
  });

  test('are exported whole when there are more than one page of them at one instant', async () => {
    const many = Array.from({ length: 1203 }, (_, index) => ({
      id: `many-${index}`,
      subject: 'x',
      product: 'many',
      createdAt: '2026-01-01T00:00:00Z',
    }));
    await importTickets(place.store, records(many), options);
    const references = new Set<string>();
    for await (const { reference } of exportTickets(place.store, { product: 'many' }))
      references.add(reference);
    expect(references.size).toBe(1203);
  });
});
