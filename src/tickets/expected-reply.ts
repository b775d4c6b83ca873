/** When the team answers: `site.yaml`'s `officeHours`. */
export interface WorkingHours {
  days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** Local times, `HH:MM`. */
  from: string;
  to: string;
  /** Local dates without an answer, `YYYY-MM-DD`. */
  holidays: readonly string[];
  /** Working hours until a ticket has its first reply. */
  replyWithinHours: number;
}

const minuteMs = 60_000;
const quarterHourMs = 15 * minuteMs;
const dayMs = 86_400_000;
/** A calendar that is all holidays ends the search here instead of never. */
const maxDays = 400;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * The time by which a ticket sent now gets its first reply: `replyWithinHours` working hours later, on the quarter of an hour.
 *
 * @returns nothing when no working day comes within a year.
 */
export function expectedReply(sentAt: Date, hours: WorkingHours, timeZone: string): Date | undefined {
  let remainingMs = hours.replyWithinHours * 60 * minuteMs;
  let day = localDate(sentAt, timeZone);
  for (let passed = 0; passed < maxDays; passed += 1, day = nextDay(day)) {
    if (!isWorkingDay(day, hours)) continue;
    const opens = Math.max(instantOf(day, hours.from, timeZone), sentAt.getTime());
    const openMs = instantOf(day, hours.to, timeZone) - opens;
    if (openMs <= 0) continue;
    if (openMs >= remainingMs) return onQuarter(opens + remainingMs);
    remainingMs -= openMs;
  }
  return undefined;
}

function onQuarter(instant: number): Date {
  return new Date(Math.ceil(instant / quarterHourMs) * quarterHourMs);
}

function isWorkingDay(day: string, hours: WorkingHours): boolean {
  const weekday = weekdays[new Date(`${day}T00:00Z`).getUTCDay()];
  return weekday !== undefined && hours.days.includes(weekday) && !hours.holidays.includes(day);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + dayMs).toISOString().slice(0, 10);
}

function localDate(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
}

/** The instant of a local date and time; the zone's offset is looked up twice because it may change that day. */
function instantOf(day: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}Z`);
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return asUtc - offsetMs(guess, timeZone);
}

function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '00';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(local) - Math.floor(instant / 1000) * 1000;
}
