import { fillPlural } from './format-message.ts';
import { messagesFor } from './messages.ts';

/** When the team answers, as `site.yaml` says it. */
export interface TeamHours {
  days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** Local times, `HH:MM`. */
  from: string;
  to: string;
  replyWithinHours: number;
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A week that begins on a Monday. */
const someMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;
const minRun = 3;

/** How soon a first reply can be expected, and when the team is there. */
export function replyTime(locale: string, { days, from, to, replyWithinHours }: TeamHours): string {
  const { home, locale: messageLocale } = messagesFor(locale);
  const values = {
    days: daysIn(messageLocale, days),
    from: hourIn(messageLocale, from),
    to: hourIn(messageLocale, to),
  };
  return fillPlural(messageLocale, home.replyTime, replyWithinHours, values);
}

// `Mon – Fri` where days follow one another, else a list.
function daysIn(locale: string, days: TeamHours['days']): string {
  const places = week.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const name = (place: number): string => format.format(someMonday + place * dayMs);
  const isRun = places.length >= minRun && last - first === places.length - 1;
  return isRun
    ? `${name(first)} – ${name(last)}`
    : new Intl.ListFormat(locale, { style: 'short' }).format(places.map(name));
}

function hourIn(locale: string, time: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(new Date(`2024-01-01T${time}Z`));
}
