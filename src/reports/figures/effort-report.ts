import { sql } from 'kysely';
import type { Store } from '../../store/open-store.ts';
import { eventsOf, shareOf } from './events-of.ts';
import type { Period } from './period.ts';

/** How much effort an answer took those it solved a draft for, as they said: customer effort, 1 (none) to 5 (much). */
export interface EffortReport {
  answers: number;
  /** Mean of the answers; null without answers. */
  average: number | null;
}

/** Adds up what readers answered after "This answers my question". */
export async function effortReport(store: Store, period: Period): Promise<EffortReport> {
  const { answers, points } = await eventsOf(store, period, ['rated'])
    .select((eb) => [
      eb.fn.countAll<number>().as('answers'),
      sql<number>`coalesce(sum("value"), 0)`.as('points'),
    ])
    .executeTakeFirstOrThrow();
  return { answers: Number(answers), average: shareOf(Number(points), Number(answers)) };
}
