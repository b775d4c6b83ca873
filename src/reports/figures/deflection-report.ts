import type { Store } from '../../store/open-store.ts';
import { deflectionWindowDays } from '../../tickets/close-drafts.ts';
import { deflectionFigures } from '../../tickets/deflection-figures.ts';
import { shareOf } from './events-of.ts';
import type { Period } from './period.ts';

/** How the drafts that were shown suggestions ended. */
export interface DeflectionReport {
  /** Drafts that were shown at least one suggestion. */
  sessions: number;
  /** The reader said that a suggestion solved it. */
  explicit: number;
  /** The reader opened a suggestion and left. */
  implicit: number;
  /** Left, but a ticket came within the window: no deflection. */
  deferred: number;
  /** Left without opening anything. */
  abandoned: number;
  /** Ended in a ticket. */
  submitted: number;
  /** (explicit + implicit) / sessions; null without sessions. */
  rate: number | null;
  /** Sessions whose window is still open: a ticket may yet make them deferred. */
  provisional: number;
  /** Length of the window in days. */
  windowDays: number;
}

/** Counts how the drafts begun in a period ended. */
export async function deflectionReport(store: Store, period: Period): Promise<DeflectionReport> {
  const range = { from: period.fromDay, to: period.toDay };
  const figures = (await deflectionFigures(store, range, period.timeZone)).filter(
    ({ locale }) => period.locale === undefined || locale === period.locale,
  );
  const counts = { explicit: 0, implicit: 0, deferred: 0, abandoned: 0, submitted: 0 };
  let sessions = 0;
  let provisional = 0;
  for (const { outcome, count, isProvisional } of figures) {
    counts[outcome] += count;
    sessions += count;
    if (isProvisional) provisional += count;
  }
  return {
    sessions,
    ...counts,
    rate: shareOf(counts.explicit + counts.implicit, sessions),
    provisional,
    windowDays: deflectionWindowDays,
  };
}
