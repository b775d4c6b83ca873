const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2200, 0);

/**
 * Reads a time as help desks write it, as ISO 8601 in UTC: ISO with or without zone, `15/01/2024 10:30` (the day first),
 * `15/Jan/24 10:30 AM`, seconds since 1970. Without a zone it is UTC. Undefined when it is no time, or none of our days.
 */
export function parseInstant(value: string | number): string | undefined {
  const time = typeof value === 'number' ? fromEpoch(value) : fromText(value.trim());
  return time > earliest && time < latest ? new Date(time).toISOString() : undefined;
}

function fromEpoch(value: number): number {
  return value < latest / 1000 ? value * 1000 : value;
}

function fromText(text: string): number {
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (dayFirst) return fromDayFirst(dayFirst.slice(1).map((part) => Number(part ?? 0)));
  const hasZone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.test(text);
  if (/^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(text)) {
    const iso = text
      .replace(/^(\S{10}) /, '$1T')
      .replace(/ ?(?:UTC|GMT)$/i, 'Z')
      .replace(/ (?=[+-]\d{2}:?\d{2}$)/, '');
    return Date.parse(hasZone || text.length === 10 ? iso : `${iso}Z`);
  }
  return Date.parse(hasZone ? text : `${text} UTC`);
}

/** American dates are recognised only when the other reading is impossible: 01/15/2024. */
function fromDayFirst([
  first = 0,
  second = 0,
  year = 0,
  hour = 0,
  minute = 0,
  seconds = 0,
]: number[]): number {
  const [day, month] = second > 12 ? [second, first] : [first, second];
  if (day < 1 || day > 31 || month < 1 || month > 12) return NaN;
  return Date.UTC(year, month - 1, day, hour, minute, seconds);
}
