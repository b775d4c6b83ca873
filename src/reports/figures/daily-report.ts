import { sql } from 'kysely';
import { calendarDay } from '../../store/calendar-day.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import type { FigureSource } from './figure-source.ts';
import { daysOf, type Period } from './period.ts';
import { ticketsIn } from './ticket-report.ts';
import { totalsByDay } from './totals-report.ts';

/** What happened on a day of the site's time zone. What readers did has no topic: null when one is chosen. */
export interface DayFigures {
  day: string;
  views: number | null;
  readers: number | null;
  searches: number | null;
  zeroResults: number | null;
  tickets: number;
}

/** Every day of a period, also those on which nothing happened. */
export async function dailyReport(source: FigureSource, period: Period): Promise<DayFigures[]> {
  const totals = new Map((await totalsByDay(source, period)).map((row) => [row.day, row]));
  const tickets = await ticketsByDay(source, period);
  return daysOf(period).map((day) => {
    const total = totals.get(day) ?? { views: 0, readers: 0, searches: 0, zeroResults: 0 };
    const { views, readers, searches, zeroResults } = total;
    const reading =
      period.topic === undefined
        ? { views, readers, searches, zeroResults }
        : { views: null, readers: null, searches: null, zeroResults: null };
    return { day, ...reading, tickets: tickets.get(day) ?? 0 };
  });
}

/** Days of the site's zone begin at any quarter of an hour of UTC, and SQLite knows no zones: minutes are counted there and put into days here. */
async function ticketsByDay({ store }: FigureSource, period: Period): Promise<Map<string, number>> {
  const minuteOf = sql<string>`substr("createdAt", 1, 16)`;
  const rows = await ticketsThatFit(store, ticketsIn(period))
    .select(minuteOf.as('minute'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(minuteOf)
    .execute();
  const days = new Map<string, number>();
  for (const { minute, count } of rows) {
    const day = calendarDay(new Date(`${minute}:00.000Z`), period.timeZone);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return days;
}
