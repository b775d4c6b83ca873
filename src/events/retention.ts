import { sql } from 'kysely';
import { addDays, calendarDay, monthsBefore, startOfDay } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import { foldErasedPages } from '../store/fold-erased-pages.ts';
import type { Store } from '../store/open-store.ts';
import { eventKinds } from './event.ts';
import type { EventKind } from './event.ts';
import { destroyOldSalts } from './visitor-hash.ts';

/** Months raw events are kept: the CNIL's limit for what is read from a browser without consent. */
export const eventsKeptMonths = 13;

/** Months the figures of a day are kept: the CNIL's limit for audience measurement. */
export const figuresKeptMonths = 25;

const eventsPerTransaction = 1000;

/** The clock, and the zone days are cut in. */
export interface RetentionCalendar {
  clock: Clock;
  timeZone: string;
}

/**
 * Lets time do its work: events older than 13 months become figures of their day, figures older than 25 months go, salts older than 48
 * hours are destroyed. To be run every hour; short transactions, and several nodes may run it at once.
 *
 * @returns how many raw events were deleted.
 */
export async function applyRetention(store: Store, { clock, timeZone }: RetentionCalendar): Promise<number> {
  const now = clock();
  const today = calendarDay(now, timeZone);
  await destroyOldSalts(store, now);
  let deleted = 0;
  for (const kind of eventKinds) {
    deleted += await foldOldDays(store, kind, { before: monthsBefore(today, eventsKeptMonths), timeZone });
  }
  const oldestFigures = monthsBefore(today, figuresKeptMonths);
  await store.database.deleteFrom('dailyFigures').where('day', '<', oldestFigures).execute();
  await foldErasedPages(store);
  return deleted;
}

async function foldOldDays(
  store: Store,
  kind: EventKind,
  { before, timeZone }: { before: string; timeZone: string },
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const oldest = await oldestEvent(store, kind);
    const day = oldest && calendarDay(new Date(oldest), timeZone);
    if (!day || day >= before) return deleted;
    const range = {
      kind,
      from: startOfDay(day, timeZone).toISOString(),
      to: startOfDay(addDays(day, 1), timeZone).toISOString(),
    };
    await keepFigures(store, day, range);
    deleted += await deleteEvents(store, range);
  }
}

async function oldestEvent(store: Store, kind: EventKind): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('events')
    .select('at')
    .where('kind', '=', kind)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** Events of one kind in a span of time, ISO 8601 in UTC, the end not included. */
interface EventRange {
  kind: EventKind;
  from: string;
  to: string;
}

const aboutArticle = sql<string>`coalesce("articleId", '')`;

/** Figures that are there were made when the day was whole: a second run, after an interruption, leaves them. */
async function keepFigures(store: Store, day: string, { kind, from, to }: EventRange): Promise<void> {
  await store.database
    .insertInto('dailyFigures')
    .columns(['day', 'kind', 'locale', 'articleId', 'count', 'readers', 'valueSum', 'zeroResults'])
    .expression((eb) =>
      eb
        .selectFrom('events')
        .select((event) => [
          event.val(day).as('day'),
          'kind',
          'locale',
          aboutArticle.as('articleId'),
          event.fn.countAll<number>().as('count'),
          event.fn.count<number>('visitor').distinct().as('readers'),
          sql<number>`coalesce(sum(value), 0)`.as('valueSum'),
          sql<number>`sum(case when kind = 'searched' and position = 0 then 1 else 0 end)`.as('zeroResults'),
        ])
        .where('kind', '=', kind)
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['kind', 'locale', aboutArticle]),
    )
    .onConflict((conflict) => conflict.columns(['day', 'kind', 'locale', 'articleId']).doNothing())
    .execute();
}

async function deleteEvents(store: Store, { kind, from, to }: EventRange): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { numDeletedRows } = await store.database
      .deleteFrom('events')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('events')
          .select('id')
          .where('kind', '=', kind)
          .where('at', '>=', from)
          .where('at', '<', to)
          .limit(eventsPerTransaction),
      )
      .executeTakeFirst();
    deleted += Number(numDeletedRows);
    if (numDeletedRows < eventsPerTransaction) return deleted;
  }
}
