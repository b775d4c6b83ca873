const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day an instant falls on in a time zone, as `YYYY-MM-DD`. */
export function calendarDay(instant: Date, timeZone: string): string {
  return formatterFor(timeZone).format(instant);
}

const minuteMs = 60_000;
const widestOffsetMinutes = 15 * 60;

/** The first instant of a day in a time zone, whatever the clocks do that night: zones are at most 14 hours from UTC. */
export function startOfDay(day: string, timeZone: string): Date {
  const middle = Date.parse(`${day}T00:00:00Z`) / minuteMs;
  let before = middle - widestOffsetMinutes;
  let after = middle + widestOffsetMinutes;
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (calendarDay(new Date(between * minuteMs), timeZone) < day) before = between;
    else after = between;
  }
  return new Date(after * minuteMs);
}

/** The day so many days after another (before it when negative), both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day so many months before another; the last day of the month when it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

// The Canadian English short date is ISO 8601, which no other option of Intl gives directly.
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
