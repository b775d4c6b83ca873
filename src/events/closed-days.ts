import type { InsertQueryBuilder, InsertResult } from 'kysely';
import { addDays, calendarDay, startOfDay } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { EventRow, Schema } from '../store/schema.ts';
import { countDay, type DayFigures } from './day-figures.ts';
import { eventKinds } from './event.ts';
import { eventsBetween } from './open-days.ts';

/** The clock, and the zone days are cut in. */
export interface FigureCalendar {
  clock: Clock;
  timeZone: string;
}

/** Events may arrive a day late; a little more, for batches under way. */
const closedAfterMs = 24 * 3_600_000 + 10 * 60_000;
const rowsPerWrite = 500;
const dayMs = 86_400_000;
const closedCounter = 'closed-day';

/** The last day whose counts are settled, `YYYY-MM-DD`; nothing before the first. */
export async function lastClosedDay(store: Store): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('counters')
    .select('value')
    .where('name', '=', closedCounter)
    .executeTakeFirst();
  return row && new Date(row.value * dayMs).toISOString().slice(0, 10);
}

/**
 * Counts the days to which no event can be added any more, and keeps the counts. A day that was interrupted is counted again: the same
 * events give the same rows, so that two nodes may do it at once.
 *
 * @returns how many days were closed.
 */
export async function closeDays(store: Store, { clock, timeZone }: FigureCalendar): Promise<number> {
  const open = calendarDay(new Date(clock().getTime() - closedAfterMs), timeZone);
  const closed = await lastClosedDay(store);
  let day = closed === undefined ? await firstDay(store, timeZone) : addDays(closed, 1);
  let count = 0;
  for (; day !== undefined && day < open; day = addDays(day, 1)) {
    await keepDay(store, countDay(day, await eventsOfDay(store, day, timeZone)));
    await noteClosed(store, day);
    count += 1;
  }
  return count;
}

async function firstDay(store: Store, timeZone: string): Promise<string | undefined> {
  const firsts = await Promise.all(
    eventKinds.map((kind) =>
      store.database
        .selectFrom('events')
        .select('at')
        .where('kind', '=', kind)
        .orderBy('at')
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  const [first] = firsts.flatMap((row) => row?.at ?? []).sort();
  return first && calendarDay(new Date(first), timeZone);
}

function eventsOfDay(store: Store, day: string, timeZone: string): Promise<EventRow[]> {
  const until = startOfDay(addDays(day, 1), timeZone).toISOString();
  return eventsBetween(store, startOfDay(day, timeZone).toISOString(), until);
}

async function keepDay(store: Store, { figures, totals, queries, queryArticles }: DayFigures): Promise<void> {
  const { database } = store;
  for (const rows of inParts(figures)) await insertOnce(database.insertInto('dailyFigures').values(rows));
  for (const rows of inParts(queries)) await insertOnce(database.insertInto('dailyQueries').values(rows));
  for (const rows of inParts(queryArticles))
    await insertOnce(database.insertInto('dailyQueryArticles').values(rows));
  for (const rows of inParts(totals)) await insertOnce(database.insertInto('dailyTotals').values(rows));
}

/** Rows that are there already stay: another node counts the same. */
async function insertOnce<Table extends keyof Schema>(
  insert: InsertQueryBuilder<Schema, Table, InsertResult>,
): Promise<void> {
  await insert.onConflict((conflict) => conflict.doNothing()).execute();
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerWrite);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * rowsPerWrite, (part + 1) * rowsPerWrite),
  );
}

async function noteClosed(store: Store, day: string): Promise<void> {
  const value = Date.parse(`${day}T00:00:00Z`) / dayMs;
  await store.database
    .insertInto('counters')
    .values({ name: closedCounter, value })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value }).where('counters.value', '<', value),
    )
    .execute();
}
