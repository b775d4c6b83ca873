import type { Store } from '../../store/open-store.ts';
import { deflectionReport } from './deflection-report.ts';
import { eventsOf, shareOf } from './events-of.ts';
import { periodBefore, type Period } from './period.ts';
import { searchReport } from './search-report.ts';
import { ticketReport } from './ticket-report.ts';

/** The figures of a period on one line. */
export interface OverviewFigures {
  views: number;
  /** Different readers of each day, added up. */
  readers: number;
  searches: number;
  zeroResultRate: number | null;
  clickThroughRate: number | null;
  votes: number;
  /** Helpful votes of all votes; null without votes. */
  helpfulness: number | null;
  tickets: number;
  /** Different people who sent a ticket. */
  senders: number;
  /** Readers for each person who sent a ticket, the n of n:1; null without tickets. */
  selfServiceScore: number | null;
  /** Form sessions that were shown a suggestion, and the share of them that ended without a ticket. */
  sessions: number;
  deflectionRate: number | null;
}

/** A period beside the one before. */
export interface Overview {
  current: OverviewFigures;
  previous: OverviewFigures;
}

/** How the portal does, and did in the period before. */
export async function overview(store: Store, period: Period): Promise<Overview> {
  return {
    current: await figuresOf(store, period),
    previous: await figuresOf(store, periodBefore(period)),
  };
}

async function figuresOf(store: Store, period: Period): Promise<OverviewFigures> {
  const [reading, voting, searching, tickets, deflection] = await Promise.all([
    readingOf(store, period),
    votingOf(store, period),
    searchReport(store, period),
    ticketReport(store, period),
    deflectionReport(store, period),
  ]);
  const { searches, zeroResultRate, clickThroughRate } = searching;
  return {
    ...reading,
    searches,
    zeroResultRate,
    clickThroughRate,
    ...voting,
    tickets: tickets.tickets,
    senders: tickets.senders,
    selfServiceScore: shareOf(reading.readers, tickets.senders),
    sessions: deflection.sessions,
    deflectionRate: deflection.rate,
  };
}

function readingOf(store: Store, period: Period): Promise<Pick<OverviewFigures, 'views' | 'readers'>> {
  return eventsOf(store, period, ['viewed'])
    .select((eb) => [
      eb.fn.countAll<number>().as('views'),
      eb.fn.count<number>('visitor').distinct().as('readers'),
    ])
    .executeTakeFirstOrThrow();
}

async function votingOf(
  store: Store,
  period: Period,
): Promise<Pick<OverviewFigures, 'votes' | 'helpfulness'>> {
  const { votes, helpful } = await eventsOf(store, period, ['voted'])
    .select((eb) => [eb.fn.countAll<number>().as('votes'), eb.fn.sum<number | null>('value').as('helpful')])
    .executeTakeFirstOrThrow();
  return { votes, helpfulness: shareOf(Number(helpful ?? 0), votes) };
}
