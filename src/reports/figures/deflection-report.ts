import type { Store } from '../../store/open-store.ts';
import { deflectionWindowDays } from '../../tickets/close-drafts.ts';
import { deflectionFigures, type DeflectionFigure } from '../../tickets/deflection-figures.ts';
import { differenceOfShares, type Difference } from './difference-of-shares.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';

/** How drafts ended, by number. */
export interface DraftOutcomes {
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
}

/** How the drafts that were shown suggestions ended. */
export interface DeflectionReport extends DraftOutcomes {
  /** Drafts that were shown at least one suggestion. */
  sessions: number;
  /** Of those in which a suggestion was opened. */
  opened: DraftOutcomes & { sessions: number };
  /** (explicit + implicit) / sessions; null without sessions. */
  rate: number | null;
  /** Sessions whose window is still open: a ticket may yet make them deferred. */
  provisional: number;
  /** Length of the window in days. */
  windowDays: number;
  holdOut: HoldOutReport;
}

/** What became of drafts that would have been shown a suggestion and were not, beside those that were. */
export interface HoldOutReport {
  /** Drafts against which nothing was shown, on purpose. */
  sessions: number;
  /** Tickets that came of them, at once or within the window. */
  tickets: number;
  /** Tickets that came of the drafts that were shown suggestions. */
  ticketsShown: number;
  ticketRate: number | null;
  ticketRateShown: number | null;
  /** By how much suggestions lower the share of drafts that become tickets; null while one side is empty. */
  effect: Difference | null;
}

/** Counts how the drafts begun in a period ended. */
export async function deflectionReport(store: Store, period: Period): Promise<DeflectionReport> {
  const range = { from: period.fromDay, to: period.toDay };
  const figures = (await deflectionFigures(store, range, period.timeZone)).filter((figure) =>
    belongs(figure, period),
  );
  const shown = figures.filter(({ heldOut }) => heldOut === 0);
  const counts = outcomesOf(shown);
  const opened = outcomesOf(shown.filter((figure) => figure.opened === 1));
  const provisional = shown.filter(({ isProvisional }) => isProvisional);
  return {
    ...counts,
    opened,
    rate: shareOf(counts.explicit + counts.implicit, counts.sessions),
    provisional: outcomesOf(provisional).sessions,
    windowDays: deflectionWindowDays,
    holdOut: holdOutOf(counts, outcomesOf(figures.filter(({ heldOut }) => heldOut === 1))),
  };
}

function belongs(figure: DeflectionFigure, { locale, product, topic }: Period): boolean {
  return (
    (locale === undefined || figure.locale === locale) &&
    (product === undefined || figure.product === product) &&
    (topic === undefined || figure.topic === topic)
  );
}

function outcomesOf(figures: readonly DeflectionFigure[]): DraftOutcomes & { sessions: number } {
  const counts = { sessions: 0, explicit: 0, implicit: 0, deferred: 0, abandoned: 0, submitted: 0 };
  for (const { outcome, count } of figures) {
    counts[outcome] += count;
    counts.sessions += count;
  }
  return counts;
}

type Counted = ReturnType<typeof outcomesOf>;

function holdOutOf(shown: Counted, heldOut: Counted): HoldOutReport {
  const tickets = heldOut.submitted + heldOut.deferred;
  const ticketsShown = shown.submitted + shown.deferred;
  return {
    sessions: heldOut.sessions,
    tickets,
    ticketsShown,
    ticketRate: shareOf(tickets, heldOut.sessions),
    ticketRateShown: shareOf(ticketsShown, shown.sessions),
    effect: differenceOfShares(
      { part: tickets, whole: heldOut.sessions },
      { part: ticketsShown, whole: shown.sessions },
    ),
  };
}
