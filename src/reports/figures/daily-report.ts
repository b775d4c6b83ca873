import { sql } from 'kysely';
import type { EventKind } from '../../events/event.ts';
import type { Store } from '../../store/open-store.ts';
import { calendarDay } from '../../store/calendar-day.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import { eventsOf } from './events-of.ts';
import { daysOf, type Period } from './period.ts';

/** What happened on a day of the site's time zone. */
export interface DayFigures {
  day: string;
  views: number;
  searches: number;
  tickets: number;
}

const kinds = { viewed: 'views', searched: 'searches' } as const satisfies Partial<
  Record<EventKind, keyof DayFigures>
>;

/** Every day of a period, also those on which nothing happened. */
export async function dailyReport(store: Store, period: Period): Promise<DayFigures[]> {
  const days = new Map(daysOf(period).map((day) => [day, { day, views: 0, searches: 0, tickets: 0 }]));
  const add = (quarter: string, name: 'views' | 'searches' | 'tickets', count: number): void => {
    const figures = days.get(calendarDay(new Date(`${quarter}:00.000Z`), period.timeZone));
    if (figures) figures[name] += count;
  };
  for (const { minute, kind, count } of await eventsByMinute(store, period))
    if (kind === 'viewed' || kind === 'searched') add(minute, kinds[kind], count);
  for (const { minute, count } of await ticketsByMinute(store, period)) add(minute, 'tickets', count);
  return [...days.values()];
}

// Days of the site's zone begin at any quarter of an hour of UTC; SQLite knows no zones, so minutes are counted there
// and put into days here.
const minuteOf = sql<string>`substr("at", 1, 16)`;

function eventsByMinute(store: Store, period: Period) {
  return eventsOf(store, period, ['viewed', 'searched'])
    .select([minuteOf.as('minute'), 'kind'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy([minuteOf, 'kind'])
    .execute();
}

function ticketsByMinute(store: Store, { since, until, locale }: Period) {
  const minute = sql<string>`substr("createdAt", 1, 16)`;
  return ticketsThatFit(store, { since, until, locale })
    .select(minute.as('minute'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(minute)
    .execute();
}
