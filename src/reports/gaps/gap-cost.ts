import type { Gap, GapCost } from './gap.ts';

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

/**
 * What a gap costs in a month times how likely its diagnosis is right: a large group that an article may well answer comes
 * after a smaller one that none does. That readers opened an article is seen, not judged: `rewrite` counts in full.
 */
export function expectedCost({ kind, unanswered, cost }: Pick<Gap, 'kind' | 'unanswered' | 'cost'>): number {
  if (kind === 'rewrite') return cost.minutesPerMonth;
  return cost.minutesPerMonth * (kind === 'make-findable' ? 1 - unanswered : unanswered);
}
