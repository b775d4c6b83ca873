const dayMs = 86_400_000;

/**
 * The time a report or an export begins: `60d` is sixty days before now, `2026-11-01` the beginning of that day in UTC.
 *
 * @throws Error saying how it is written.
 */
export function parseSince(text: string, now: Date): Date {
  const [, days] = /^(\d{1,5})d$/.exec(text) ?? [];
  if (days !== undefined) return new Date(now.getTime() - Number(days) * dayMs);
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return new Date(time);
  throw new Error(`--since ${text} is not understood. Write a number of days (60d) or a day (2026-11-01).`);
}
