import { calendarDay } from '../../store/calendar-day.ts';

/** Whole days of the site's time zone, in one locale or all. */
export interface Period {
  /** First and last day, `YYYY-MM-DD`. */
  fromDay: string;
  toDay: string;
  /** The instants those days span, ISO 8601 in UTC; `until` is outside. */
  since: string;
  until: string;
  timeZone: string;
  locale?: string | undefined;
}

/** What a period is cut from. */
export interface PeriodOptions {
  timeZone: string;
  locale?: string | undefined;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The last `days` days, today included. */
export function lastDays(days: number, now: Date, { timeZone, locale }: PeriodOptions): Period {
  const toDay = calendarDay(now, timeZone);
  return spanning(addDays(toDay, 1 - days), toDay, { timeZone, locale });
}

/** The period of the same length that ends the day before. */
export function periodBefore({ fromDay, toDay, timeZone, locale }: Period): Period {
  const days = daysBetween(fromDay, toDay);
  return spanning(addDays(fromDay, -days), addDays(fromDay, -1), { timeZone, locale });
}

/** Each day of a period, in order. */
export function daysOf({ fromDay, toDay }: Period): string[] {
  return Array.from({ length: daysBetween(fromDay, toDay) }, (_, place) => addDays(fromDay, place));
}

/** Both days included. */
function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(toDay) - Date.parse(fromDay)) / dayMs) + 1;
}

function spanning(fromDay: string, toDay: string, { timeZone, locale }: PeriodOptions): Period {
  const since = beginningOf(fromDay, timeZone).toISOString();
  const until = beginningOf(addDays(toDay, 1), timeZone).toISOString();
  return { fromDay, toDay, since, until, timeZone, locale };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a day: midnight, or an hour later where clocks skip it. Zones differ from UTC by quarters of an hour. */
function beginningOf(day: string, timeZone: string): Date {
  const utcMidnight = Date.parse(day);
  for (let instant = utcMidnight - 15 * hourMs; ; instant += hourMs / 4) {
    const candidate = new Date(instant);
    if (calendarDay(candidate, timeZone) >= day) return candidate;
  }
}
