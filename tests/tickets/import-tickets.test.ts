import { expect, test } from 'vitest';
import { resolveTicket } from '../../src/tickets/change-ticket.ts';
import { findTicket } from '../../src/tickets/find-ticket.ts';
import { importTickets } from '../../src/tickets/import-tickets.ts';
import type { ImportCounts } from '../../src/tickets/import-tickets.ts';
import { listTickets } from '../../src/tickets/list-tickets.ts';
import { solvedTicketsSince } from '../../src/tickets/solved-tickets.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const clock = () => new Date('2026-11-22T10:00:00Z');
const options = { clock, source: 'zendesk', localeOf: () => 'en' };

async function* records(values: unknown[]) {
  for (const [index, value] of values.entries()) yield await Promise.resolve({ line: index + 1, value });
}

describeOnEachDatabase('an import', (place) => {
  const run = (...values: unknown[]) => importTickets(place.store, records(values), options);
  const total = async () => (await listTickets(place.store)).total;

  test('adds nothing twice, neither on a second run nor within one file', async () => {
    const rows = [
      { id: '1', subject: 'a' },
      { id: '2', subject: 'b' },
      { id: '1', subject: 'a' },
      { subject: 'no id' },
    ];
    expect(await run(...rows)).toEqual({ added: 3, updated: 0, unchanged: 1, rejected: [] });
    expect(await run(...rows)).toEqual({ added: 0, updated: 0, unchanged: 4, rejected: [] });
    expect(await total()).toBe(3);
  });

  test('goes on after lines that cannot be used, and names them', async () => {
    async function* lines() {
      yield await Promise.resolve({ line: 1, reason: 'is not JSON' });
      yield { line: 2, value: { id: 'x' } };
      yield { line: 3, value: { id: 'good', subject: 'kept' } };
    }
    expect(await importTickets(place.store, lines(), options)).toEqual({
      added: 1,
      updated: 0,
      unchanged: 0,
      rejected: [
        { line: 1, reason: 'is not JSON' },
        { line: 2, reason: 'has neither a subject nor a description' },
      ],
    });
  });

  test('moves a known ticket on, and never takes back what was done here', async () => {
    await run({ id: 'moving', subject: 'a', status: 'open' });
    await resolveTicket(place.store, 'moving', 'fr/here', clock);
    expect(await run({ id: 'moving', subject: 'a', status: 'pending' })).toMatchObject({ unchanged: 1 });
    expect(await findTicket(place.store, 'moving')).toMatchObject({
      status: 'resolved',
      resolution: 'fr/here',
    });
    const closed = { id: 'moving', subject: 'other text', status: 'closed', firstReplyAt: '2026-11-20' };
    expect(await run(closed)).toMatchObject({ updated: 1 });
    expect(await findTicket(place.store, 'moving')).toMatchObject({
      subject: 'a',
      status: 'closed',
      resolution: 'fr/here',
      firstReplyAt: '2026-11-20T00:00:00.000Z',
    });
  });

  test('brings the answers to a survey that came after the ticket was first imported', async () => {
    const ticket = { id: 'surveyed', subject: 'a', status: 'closed' };
    await run(ticket);
    const answers = { country: 'France', satisfaction: 5, recommendation: 9 };
    expect(await run({ ...ticket, ...answers })).toMatchObject({ updated: 1 });
    expect(await findTicket(place.store, 'surveyed')).toMatchObject(answers);
    expect(await run({ ...ticket, ...answers, satisfaction: 1 })).toMatchObject({ unchanged: 1 });
  });

  test('teaches search what was solved in it, once', async () => {
    const { sequence } = await solvedTicketsSince(place.store, 0);
    await run(
      { id: 's1', subject: 'a', resolution: 'fr/x', requester: 'A@b.org' },
      { id: 's2', subject: 'b' },
    );
    await run({ id: 's2', subject: 'b', resolution: 'fr/y' });
    const changes = await solvedTicketsSince(place.store, sequence);
    expect(changes.solved.map(({ reference, articleId }) => `${reference} ${articleId}`).toSorted()).toEqual([
      's1 fr/x',
      's2 fr/y',
    ]);
    await run({ id: 's1', subject: 'a', resolution: 'fr/x' });
    expect((await solvedTicketsSince(place.store, changes.sequence)).sequence).toBe(changes.sequence);
  });

  test('of another Guichet keeps its references, and new tickets are numbered after them', async () => {
    await run(
      { id: 'G-1500', subject: 'a' },
      { id: 'G-1400', subject: 'b' },
      { id: 'G-99999999999', subject: 'c' },
    );
    const text = { locale: 'fr', email: 'a@b.org', subject: 'x', description: '' };
    const outcome = await submitTicket(place.store, text, { clock, timeZone: 'UTC' });
    expect(outcome).toMatchObject({ ticket: { reference: 'G-1501' } });
  });

  test('of a large file tells how far it is, and leaves room for the server beside it', async () => {
    const server = place.store.dialect === 'postgres' ? place.store : await place.openAgain();
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      id: `big-${index}`,
      subject: `Ticket ${index}`,
      description: 'x'.repeat(500),
    }));
    const steps: ImportCounts[] = [];
    let isDone = false;
    const importing = importTickets(place.store, records(rows), {
      ...options,
      onProgress: (counts) => steps.push(counts),
    });
    void importing.finally(() => (isDone = true));
    let sent = 0;
    while (!isDone) {
      const text = { locale: 'fr', email: 'a@b.org', subject: `Meanwhile ${sent}`, description: '' };
      await submitTicket(server, text, { clock, timeZone: 'UTC' });
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await importing).toMatchObject({ added: 5000 });
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.at(-1)).toMatchObject({ added: 5000 });
    expect(sent).toBeGreaterThan(5);
  });

  test('run twice at once adds nothing twice', async () => {
    const other = place.store.dialect === 'postgres' ? await place.openAgain() : place.store;
    const rows = Array.from({ length: 500 }, (_, index) => ({
      id: `twin-${index}`,
      subject: 'x',
      resolution: 'fr/x',
    }));
    const reports = await Promise.all([
      importTickets(place.store, records(rows), options),
      importTickets(other, records(rows.toReversed()), options),
    ]);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(500);
    expect(reports.flatMap(({ rejected }) => rejected)).toEqual([]);
  });
});
