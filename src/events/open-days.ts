import { addDays, calendarDay, startOfDay } from '../store/calendar-day.ts';
import type { Store } from '../store/open-store.ts';
import type { EventRow } from '../store/schema.ts';
import { countDay, type DayFigures } from './day-figures.ts';
import { eventKinds } from './event.ts';

/** Counts the days after the last closed one as they stand now: no figure waits for the next round of `closeDays`. */
export type CountOpenDays = (closed: string | undefined) => Promise<DayFigures>;

/** A day as it was counted last. */
interface CountedDay {
  events: EventRow[];
  figures: DayFigures;
}

const minuteChars = '2026-01-31T12:00'.length;

/**
 * Makes the function that counts the open days. Events are only ever added to a day, so a day is read again only when there are more of
 * them, and then only what is new.
 */
export function createCountOpenDays(store: Store, timeZone: string): CountOpenDays {
  let counted = new Map<string, CountedDay>();
  return async (closed) => {
    const from = closed === undefined ? '' : startOfDay(addDays(closed, 1), timeZone).toISOString();
    const days = new Map<string, CountedDay>();
    for (const [day, count] of await eventsPerDay(store, from, timeZone)) {
      const before = counted.get(day);
      days.set(
        day,
        before?.events.length === count ? before : await readDay(store, { day, timeZone, count, before }),
      );
    }
    counted = days;
    return joined([...days.values()].map(({ figures }) => figures));
  };
}

/** Databases cut days in other zones each in their own way, or not at all: minutes are counted there and put into days here. */
async function eventsPerDay(store: Store, from: string, timeZone: string): Promise<Map<string, number>> {
  const rows = await store.database
    .selectFrom('events')
    .select((eb) => [
      eb.fn<string>('substr', ['at', eb.lit(1), eb.lit(minuteChars)]).as('minute'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('kind', 'in', [...eventKinds])
    .where('at', '>=', from)
    .groupBy('minute')
    .orderBy('minute')
    .execute();
  const days = new Map<string, number>();
  let [day, until] = ['', ''];
  for (const { minute, count } of rows) {
    const start = `${minute}:00.000Z`;
    if (start >= until) {
      day = calendarDay(new Date(start), timeZone);
      until = startOfDay(addDays(day, 1), timeZone).toISOString();
    }
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return days;
}

interface DayToRead {
  day: string;
  timeZone: string;
  count: number;
  before: CountedDay | undefined;
}

async function readDay(store: Store, { day, timeZone, count, before }: DayToRead): Promise<CountedDay> {
  const from = startOfDay(day, timeZone).toISOString();
  const until = startOfDay(addDays(day, 1), timeZone).toISOString();
  const known = before?.events ?? [];
  const latest = known.reduce((last, { at }) => (at > last ? at : last), from);
  const later = known.length === 0 ? [] : await eventsBetween(store, latest, until, '>');
  // What arrives late, or at the very same instant, does not come after what is known.
  const isWhole = known.length > 0 && known.length + later.length === count;
  const events = isWhole ? [...known, ...later] : await eventsBetween(store, from, until);
  return { events, figures: countDay(day, events) };
}

/** The events of a span of time. The index is on kind and time: naming every kind lets it be used. */
export function eventsBetween(
  store: Store,
  from: string,
  until: string,
  after: '>=' | '>' = '>=',
): Promise<EventRow[]> {
  return store.database
    .selectFrom('events')
    .selectAll()
    .where('kind', 'in', [...eventKinds])
    .where('at', after, from)
    .where('at', '<', until)
    .execute();
}

function joined(days: readonly DayFigures[]): DayFigures {
  return {
    figures: days.flatMap(({ figures }) => figures),
    totals: days.flatMap(({ totals }) => totals),
    queries: days.flatMap(({ queries }) => queries),
    queryArticles: days.flatMap(({ queryArticles }) => queryArticles),
  };
}
