import type { GapReport } from '../reports/gaps/gap.ts';
import { addDays, calendarDay, startOfDay } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { GapPeriod } from './make-gap-report.ts';

const lookEveryMs = 600_000;
/** When few people read: three o'clock in the site's time zone. */
const notBeforeMs = 3 * 3_600_000;
const periodDays = 60;

/** What the nightly report works with. */
export interface NightlyParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  makeReport: (period: GapPeriod) => Promise<GapReport>;
  onFailure: (error: unknown) => void;
}

/** Makes the gap report once a night, on one node, so that gaps keep their names and their numbers are compared. */
export function startNightlyGaps(parts: NightlyParts): { stop(): Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const look = (): void => {
    if (isBusy) return;
    isBusy = true;
    underWay = makeNightlyReport(parts)
      .catch(parts.onFailure)
      .finally(() => (isBusy = false));
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Makes the report of the day unless it is too early or another node has; says which. */
export async function makeNightlyReport({
  store,
  clock,
  timeZone,
  makeReport,
}: Omit<NightlyParts, 'onFailure'>): Promise<GapReport | undefined> {
  const now = clock();
  const day = calendarDay(now, timeZone);
  if (now.getTime() - startOfDay(day, timeZone).getTime() < notBeforeMs) return undefined;
  const { numInsertedOrUpdatedRows } = await store.database
    .insertInto('gapRuns')
    .values({ day, startedAt: now.toISOString() })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return undefined;
  return makeReport({ since: startOfDay(addDays(day, -periodDays), timeZone).toISOString() });
}
