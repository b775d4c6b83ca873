import { addDays, calendarDay, monthsBefore, startOfDay } from '../store/calendar-day.ts';
import { foldErasedPages } from '../store/fold-erased-pages.ts';
import type { Store } from '../store/open-store.ts';
import { closeDays, lastClosedDay, type FigureCalendar } from './closed-days.ts';
import { eventKinds } from './event.ts';
import type { EventKind } from './event.ts';
import { destroyOldSalts } from './visitor-hash.ts';

/** Months raw events are kept, and the words readers searched: the CNIL's limit for what is read from a browser without consent. */
export const eventsKeptMonths = 13;

/** Months the figures of a day are kept: the CNIL's limit for audience measurement. */
export const figuresKeptMonths = 25;

const eventsPerTransaction = 1000;

/**
 * Lets time do its work: days that are over become figures, events and words older than 13 months go, figures older than 25 months go,
 * salts older than 48 hours are destroyed. To be run every hour; short transactions, and several nodes may run it at once.
 *
 * @returns how many raw events were deleted.
 */
export async function applyRetention(store: Store, calendar: FigureCalendar): Promise<number> {
  const { clock, timeZone } = calendar;
  const now = clock();
  const today = calendarDay(now, timeZone);
  await destroyOldSalts(store, now);
  await closeDays(store, calendar);
  const oldestWords = monthsBefore(today, eventsKeptMonths);
  const deleted = await deleteOldEvents(store, oldestWords, timeZone);
  for (const table of ['dailyQueries', 'dailyQueryArticles'] as const) {
    await store.database.deleteFrom(table).where('day', '<', oldestWords).execute();
  }
  const oldestFigures = monthsBefore(today, figuresKeptMonths);
  for (const table of ['dailyFigures', 'dailyTotals', 'dailyTraffic', 'tallies'] as const) {
    await store.database.deleteFrom(table).where('day', '<', oldestFigures).execute();
  }
  await foldErasedPages(store);
  return deleted;
}

/** Only events of days that are counted. */
async function deleteOldEvents(store: Store, oldestDay: string, timeZone: string): Promise<number> {
  const closed = await lastClosedDay(store);
  if (closed === undefined) return 0;
  const afterClosed = addDays(closed, 1);
  const before = startOfDay(oldestDay < afterClosed ? oldestDay : afterClosed, timeZone).toISOString();
  let deleted = 0;
  for (const kind of eventKinds) deleted += await deleteEvents(store, kind, before);
  return deleted;
}

async function deleteEvents(store: Store, kind: EventKind, before: string): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { numDeletedRows } = await store.database
      .deleteFrom('events')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('events')
          .select('id')
          .where('kind', '=', kind)
          .where('at', '<', before)
          .limit(eventsPerTransaction),
      )
      .executeTakeFirst();
    deleted += Number(numDeletedRows);
    if (numDeletedRows < eventsPerTransaction) return deleted;
  }
}
