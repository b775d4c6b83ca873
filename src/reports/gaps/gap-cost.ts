import type { GapCost } from './gap.ts';

const dayMs = 86_400_000;
const daysPerMonth = 365.25 / 12;
/** A shorter period says little about a month. */
const minDays = 7;

/** What tickets of a period cost in a month: their number a month, times what one takes. */
export function costOf(
  tickets: number,
  { since, generatedAt, minutesPerTicket }: { since: string; generatedAt: string; minutesPerTicket: number },
): GapCost {
  const days = Math.max(minDays, (Date.parse(generatedAt) - Date.parse(since)) / dayMs);
  const ticketsPerMonth = Math.round(((tickets * daysPerMonth) / days) * 10) / 10;
  return {
    ticketsPerMonth,
    minutesPerTicket,
    minutesPerMonth: Math.round(ticketsPerMonth * minutesPerTicket),
  };
}
