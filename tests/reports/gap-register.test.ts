import { expect, test } from 'vitest';
import { gatherGaps } from '../../src/reports/gaps/find-gaps.ts';
import { registerGaps } from '../../src/reports/gaps/gap-register.ts';
import { decideOnGap, readGapStates, withStates } from '../../src/reports/gaps/gap-states.ts';
import type { GapReport } from '../../src/reports/gaps/gap.ts';
import { readUnsolvedTickets } from '../../src/reports/gaps/unsolved-tickets.ts';
import type { Store } from '../../src/store/open-store.ts';
import { resolveTicket } from '../../src/tickets/change-ticket.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { importTickets } from '../../src/tickets/import-tickets.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { gapInput, questions } from './help-desk.ts';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2026, 5, 1);
const since = new Date(firstDay - dayMs).toISOString();
const onDay = (day: number): Date => new Date(firstDay + day * dayMs);

/** One ticket a day on one subject, each from someone else. */
async function sendTickets(store: Store, fromDay: number, count: number): Promise<void> {
  async function* records() {
    for (let place = 0; place < count; place++) {
      const day = fromDay + place;
      const value = {
        id: `L-${day}`,
        subject: questions.loyalty[day % questions.loyalty.length],
        locale: 'fr',
        requester: `reader-${day}@example.org`,
        createdAt: onDay(day).toISOString(),
      };
      yield await Promise.resolve({ line: place + 1, value });
    }
  }
  const clock = () => onDay(fromDay + count);
  await importTickets(store, records(), { clock, source: 'jsonl', localeOf: () => 'fr' });
}

async function reportOn(store: Store, day: number, closedBy = new Map<string, string>()): Promise<GapReport> {
  const now = onDay(day);
  const tickets = await readUnsolvedTickets(store, { since });
  const gathered = gatherGaps(gapInput(tickets, { since, generatedAt: now.toISOString() }));
  const report = await registerGaps(store, gathered, { now, isWhole: true, closedBy });
  return withStates(report, await readGapStates(store));
}

const closedByArticle = new Map([['gap-1', 'fr/loyalty-card']]);

describeOnEachDatabase('a gap from one report to the next', (place) => {
  test('keeps its number while its tickets grow, and says that it is growing', async () => {
    await sendTickets(place.store, 0, 7);
    expect((await reportOn(place.store, 7)).gaps).toMatchObject([{ id: 'gap-1', size: 7, change: 'new' }]);
    await sendTickets(place.store, 7, 7);
    const later = await reportOn(place.store, 14);
    expect(later.gaps).toMatchObject([{ id: 'gap-1', size: 14, change: 'growing' }]);
  });

  test('the same tickets on the same day give the same report', async () => {
    expect(await reportOn(place.store, 14)).toEqual(await reportOn(place.store, 14));
  });

  test('is taken on by a name, and left for a reason', async () => {
    await decideOnGap(place.store, 'gap-1', { action: 'claim', name: 'Jeanne' });
    expect((await reportOn(place.store, 14)).gaps).toMatchObject([{ id: 'gap-1', claimedBy: 'Jeanne' }]);
    await decideOnGap(place.store, 'gap-1', { action: 'dismiss', reason: 'The card ends in June' });
    const left = await reportOn(place.store, 15);
    expect(left.gaps).toEqual([]);
    expect(left.dismissed).toMatchObject([{ id: 'gap-1', reason: 'The card ends in June' }]);
    await decideOnGap(place.store, 'gap-1', { action: 'reopen' });
    expect((await reportOn(place.store, 15)).gaps).toMatchObject([{ id: 'gap-1' }]);
    expect(await decideOnGap(place.store, 'gap-99', { action: 'reopen' })).toBe(false);
  });

  test('is closed by the article that names it, with its tickets a week before and after', async () => {
    const first = await reportOn(place.store, 15, closedByArticle);
    expect(first.gaps).toEqual([]);
    expect(first.closed).toMatchObject([
      {
        id: 'gap-1',
        closing: { articleId: 'fr/loyalty-card', ticketsPerWeekBefore: 6.53, ticketsPerWeekAfter: null },
      },
    ]);
    await sendTickets(place.store, 16, 1);
    const later = await reportOn(place.store, 29, closedByArticle);
    expect(later.gaps).toEqual([]);
    expect(later.closed?.[0]?.closing).toMatchObject({ ticketsPerWeekAfter: 0.5 });
  });

  test('is open again when its tickets keep coming, solved or not', async () => {
    await sendTickets(place.store, 30, 13);
    await resolveTicket(place.store, 'L-30', 'fr/loyalty-card', () => onDay(31));
    const { gaps, closed } = await reportOn(place.store, 43, closedByArticle);
    expect(closed).toEqual([]);
    expect(gaps).toMatchObject([
      { id: 'gap-1', change: 'reopened', closing: { ticketsPerWeekBefore: 6.53, ticketsPerWeekAfter: 3.5 } },
    ]);
  });

  test('leaves no word behind when the ticket that names it is erased', async () => {
    const titles = await place.store.database.selectFrom('gaps').select('titleReference').execute();
    const day = titles[0]?.titleReference?.slice(2);
    await eraseRequester(place.store, `reader-${day}@example.org`);
    const rows = await place.store.database.selectFrom('gaps').select('titleReference').execute();
    expect(rows).toEqual([{ titleReference: null }]);
    const kept = await place.store.database.selectFrom('gapTickets').select('reference').execute();
    expect(kept.map(({ reference }) => reference)).not.toContain(`L-${day}`);
  });
});

describeOnEachDatabase('a gap whose tickets are solved', (place) => {
  test('is closed, and open again under its number when others ask the same', async () => {
    await sendTickets(place.store, 0, 7);
    await reportOn(place.store, 7);
    for (let day = 0; day < 7; day++)
      await resolveTicket(place.store, `L-${day}`, 'fr/invoices', () => onDay(8));
    const { gaps, closed } = await reportOn(place.store, 8);
    expect(gaps).toEqual([]);
    expect(closed).toMatchObject([{ id: 'gap-1' }]);
    await sendTickets(place.store, 20, 7);
    expect((await reportOn(place.store, 27)).gaps).toMatchObject([{ id: 'gap-1', change: 'reopened' }]);
  });
});
