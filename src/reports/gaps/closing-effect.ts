import type { Store } from '../../store/open-store.ts';
import type { Closing } from './gap.ts';

const weekMs = 7 * 86_400_000;
const weeksLookedBack = 8;
/** Fewer tickets than this may be stragglers. */
const minTicketsAfter = 3;
/** An article that leaves more than this share of the tickets has not closed the gap. */
const minRemainingShare = 0.5;

/** Counts tickets a week before and after the article that was to close a gap. */
export async function effectOf(
  store: Store,
  { id, closedBy, closedAt }: { id: string; closedBy: string; closedAt: string },
  now: Date,
): Promise<{ closing: Closing; keepsComing: boolean }> {
  const { database } = store;
  const own = database.selectFrom('gapTickets').select('reference').where('gapId', '=', id);
  const rows = await database
    .selectFrom('tickets')
    .select('createdAt')
    .where((eb) =>
      eb.or([
        eb('reference', 'in', own),
        eb.and([eb('resolution', '=', closedBy), eb('createdAt', '>=', closedAt)]),
      ]),
    )
    .execute();
  return effectOfTimes(
    rows.map(({ createdAt }) => createdAt),
    { articleId: closedBy, closedAt },
    now,
  );
}

/** The same from the times of a gap's tickets, ISO 8601. */
export function effectOfTimes(
  times: string[],
  { articleId, closedAt }: { articleId: string; closedAt: string },
  now: Date,
): { closing: Closing; keepsComing: boolean } {
  const closed = Date.parse(closedAt);
  const from = closed - weeksLookedBack * weekMs;
  const before = times.map((time) => Date.parse(time)).filter((time) => time >= from && time < closed);
  const after = times.filter((time) => time >= closedAt && Date.parse(time) <= now.getTime()).length;
  const weeksBefore = Math.max(1, (closed - Math.min(closed, ...before)) / weekMs);
  const weeksAfter = (now.getTime() - closed) / weekMs;
  const ticketsPerWeekBefore = round(before.length / weeksBefore);
  const ticketsPerWeekAfter = weeksAfter < 1 ? null : round(after / weeksAfter);
  return {
    closing: { articleId, closedAt, ticketsPerWeekBefore, ticketsPerWeekAfter },
    keepsComing:
      ticketsPerWeekAfter !== null &&
      after >= minTicketsAfter &&
      ticketsPerWeekAfter > minRemainingShare * ticketsPerWeekBefore,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
