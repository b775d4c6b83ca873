const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day an instant falls on in a time zone, as `YYYY-MM-DD`. */
export function calendarDay(instant: Date, timeZone: string): string {
  return formatterFor(timeZone).format(instant);
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
