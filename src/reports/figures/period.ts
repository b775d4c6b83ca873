import { addDays, calendarDay, monthsBefore, startOfDay } from '../../store/calendar-day.ts';

/** Whole days of the site's time zone, narrowed to a locale, a product or a topic where they are given. */
export interface Period {
  /** First and last day, `YYYY-MM-DD`. */
  fromDay: string;
  toDay: string;
  /** The instants those days span, ISO 8601 in UTC; `until` is outside. */
  since: string;
  until: string;
  timeZone: string;
  locale?: string | undefined;
  product?: string | undefined;
  /** Topic of tickets and of drafts; what readers view and search has none. */
  topic?: string | undefined;
}

/** What a period is cut from. */
export type PeriodOptions = Pick<Period, 'timeZone' | 'locale' | 'product' | 'topic'>;

const dayMs = 86_400_000;

/** The last `days` days, today included. */
export function lastDays(days: number, now: Date, options: PeriodOptions): Period {
  const toDay = calendarDay(now, options.timeZone);
  return spanning(addDays(toDay, 1 - days), toDay, options);
}

/** A month, `YYYY-MM`. */
export function monthOf(month: string, options: PeriodOptions): Period {
  const fromDay = `${month}-01`;
  return spanning(fromDay, addDays(monthsBefore(fromDay, -1), -1), options);
}

/** The period of the same length that ends the day before. */
export function periodBefore(period: Period): Period {
  const { fromDay, toDay } = period;
  const days = daysBetween(fromDay, toDay);
  return spanning(addDays(fromDay, -days), addDays(fromDay, -1), period);
}

/** Each day of a period, in order. */
export function daysOf({ fromDay, toDay }: Period): string[] {
  return Array.from({ length: daysBetween(fromDay, toDay) }, (_, place) => addDays(fromDay, place));
}

/** Both days included. */
function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(toDay) - Date.parse(fromDay)) / dayMs) + 1;
}

function spanning(
  fromDay: string,
  toDay: string,
  { timeZone, locale, product, topic }: PeriodOptions,
): Period {
  const since = startOfDay(fromDay, timeZone).toISOString();
  const until = startOfDay(addDays(toDay, 1), timeZone).toISOString();
  return { fromDay, toDay, since, until, timeZone, locale, product, topic };
}
