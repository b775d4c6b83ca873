import { fill } from './format-message.ts';
import type { Messages } from './messages.ts';

/** When a reply is promised, seen from now, in the team's time zone. */
export interface PromisedMoment {
  replyAt: Date;
  now: Date;
  timeZone: string;
}

const dayMs = 86_400_000;
/** From here on a weekday alone would be read as the one of this week. */
const daysNamedByWeekday = 7;

/** Says by when there is a reply: « Réponse avant mardi 11 h », “Reply today before 4:30 pm”. */
export function replySentence(
  { reply, locale }: Pick<Messages, 'reply' | 'locale'>,
  { replyAt, now, timeZone }: PromisedMoment,
): string {
  const days = dayNumber(replyAt, timeZone) - dayNumber(now, timeZone);
  const time = formatTime(locale, replyAt, timeZone);
  if (days <= 0) return fill(reply.today, { time });
  if (days === 1) return fill(reply.tomorrow, { time });
  return fill(reply.later, { time, day: formatWeekday(locale, { replyAt, timeZone, days }) });
}

function dayNumber(moment: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
  return Date.parse(`${day}T00:00Z`) / dayMs;
}

function formatWeekday(
  locale: string,
  { replyAt, timeZone, days }: { replyAt: Date; timeZone: string; days: number },
): string {
  const isNear = days < daysNamedByWeekday;
  const date = isNear ? {} : ({ day: 'numeric', month: 'long' } as const);
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', ...date, timeZone }).format(replyAt);
  if (isNear) return day;
  // Only the first of a month is ordinal in French.
  return locale === 'fr' ? `${day.replace(/ 1 /, ' 1er ')},` : `${day},`;
}

/** « 11 h », « 16 h 30 »; “11 am”, “4:30 pm”; elsewhere the language’s own short form. */
function formatTime(locale: string, moment: Date, timeZone: string): string {
  if (locale === 'fr') {
    const parts = new Intl.DateTimeFormat('fr', { hour: 'numeric', minute: '2-digit', timeZone });
    const value = (type: string): string =>
      parts.formatToParts(moment).find((part) => part.type === type)?.value ?? '';
    const minutes = value('minute') === '00' ? '' : ` ${value('minute')}`;
    return `${Number(value('hour'))} h${minutes}`.replaceAll(' ', '\u00a0');
  }
  const short = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(moment);
  return locale === 'en'
    ? short
        .replace(':00', '')
        .replace(/[\s\u202f]([AP]M)$/, (_, half: string) => `\u00a0${half.toLowerCase()}`)
    : short;
}
