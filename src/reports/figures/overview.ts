import { deflectionReport } from './deflection-report.ts';
import type { FigureSource } from './figure-source.ts';
import { periodBefore, type Period } from './period.ts';
import { shareOf } from './share-of.ts';
import { ticketReport } from './ticket-report.ts';
import { totalsByDay, totalsOf, type ReaderTotals } from './totals-report.ts';

/** The figures of a period on one line. What readers view and search has no topic: null when one is chosen. */
export interface OverviewFigures {
  views: number | null;
  /** Different readers of each day, added up. */
  readers: number | null;
  searches: number | null;
  zeroResultRate: number | null;
  clickThroughRate: number | null;
  votes: number | null;
  /** Helpful votes of all votes; null without votes. */
  helpfulness: number | null;
  effortAnswers: number | null;
  /** Mean effort (CES), 1 (none) to 5 (much), of those a suggestion solved their draft; null without answers. */
  effort: number | null;
  tickets: number;
  /** Different people who sent a ticket. */
  senders: number;
  /** Readers for each person who sent a ticket, the n of n:1; null without tickets. */
  selfServiceScore: number | null;
  /** Form sessions that were shown a suggestion, and the share of them that ended without a ticket. */
  sessions: number;
  deflected: number;
  deflectionRate: number | null;
  /** Answers to the survey of the help desk in use. */
  satisfactionAnswers: number;
  /** Answers of 4 or 5, of all answers from 1 to 5 (CSAT); null without answers. */
  satisfaction: number | null;
}

/** A period beside the one before. */
export interface Overview {
  current: OverviewFigures;
  previous: OverviewFigures;
}

/** How the portal does, and did in the period before. */
export async function overview(source: FigureSource, period: Period): Promise<Overview> {
  return {
    current: await figuresOf(source, period),
    previous: await figuresOf(source, periodBefore(period)),
  };
}

async function figuresOf(source: FigureSource, period: Period): Promise<OverviewFigures> {
  const reading = period.topic === undefined ? totalsOf(await totalsByDay(source, period)) : undefined;
  const { senders, ...tickets } = await ticketReport(source.store, period);
  const { sessions, explicit, implicit, rate } = await deflectionReport(source.store, period);
  return {
    ...readingFigures(reading),
    ...tickets,
    senders,
    selfServiceScore: reading ? shareOf(reading.readers, senders) : null,
    sessions,
    deflected: explicit + implicit,
    deflectionRate: rate,
  };
}

function readingFigures(totals: ReaderTotals | undefined) {
  const none = { views: null, readers: null, searches: null, votes: null, effortAnswers: null };
  const { views, readers, searches, votes, effortAnswers } = totals ?? none;
  const share = (part: keyof ReaderTotals, whole: keyof ReaderTotals): number | null =>
    totals ? shareOf(totals[part], totals[whole]) : null;
  return {
    ...{ views, readers, searches, votes, effortAnswers },
    zeroResultRate: share('zeroResults', 'searches'),
    clickThroughRate: share('clicked', 'searches'),
    helpfulness: share('helpful', 'votes'),
    effort: share('effortPoints', 'effortAnswers'),
  };
}
