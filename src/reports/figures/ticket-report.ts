import type { Store } from '../../store/open-store.ts';
import { countByStatus, ticketsThatFit, type TicketFilter } from '../../tickets/list-tickets.ts';
import type { TicketStatus } from '../../tickets/ticket.ts';
import { median } from './median.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';

/** The tickets that came in a period, as they stand now. */
export interface TicketReport {
  tickets: number;
  byStatus: Record<TicketStatus, number>;
  /** Different senders; tickets without a sender count as one each. */
  senders: number;
  /** Without an article that solved them, whatever their status. */
  unsolved: number;
  /** Resolved or closed tickets with an article, of all resolved or closed; null without any. */
  linkRate: number | null;
  /** Half of the first replies came sooner, in hours; null without replies. */
  medianFirstReplyHours: number | null;
}

const hourMs = 3_600_000;

/** Which tickets belong to a period. */
export function ticketsIn({ since, until, locale, product, topic }: Period): TicketFilter {
  return { since, until, locale, product, topic };
}

/** How many tickets came in a period, and from how many people. */
export async function countTickets(
  store: Store,
  period: Period,
): Promise<Pick<TicketReport, 'tickets' | 'senders'>> {
  const filter = ticketsIn(period);
  return { tickets: await countFitting(store, filter), senders: await countSenders(store, filter) };
}

/** Counts the tickets of a period. */
export async function ticketReport(store: Store, period: Period): Promise<TicketReport> {
  const filter = ticketsIn(period);
  const [byStatus, ended, linked, unsolved, senders, replies] = await Promise.all([
    countByStatus(store, filter),
    countFitting(store, { ...filter, statuses: ['resolved', 'closed'] }),
    countFitting(store, { ...filter, statuses: ['resolved', 'closed'], isSolved: true }),
    countFitting(store, { ...filter, isSolved: false }),
    countSenders(store, filter),
    firstReplyHours(store, filter),
  ]);
  return {
    tickets: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    byStatus,
    senders,
    unsolved,
    linkRate: shareOf(linked, ended),
    medianFirstReplyHours: median(replies),
  };
}

async function countFitting(store: Store, filter: TicketFilter): Promise<number> {
  const { count } = await ticketsThatFit(store, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function countSenders(store: Store, filter: TicketFilter): Promise<number> {
  const { named, tickets, nameable } = await ticketsThatFit(store, filter)
    .select((eb) => [
      eb.fn.count<number>('requester').distinct().as('named'),
      eb.fn.countAll<number>().as('tickets'),
      eb.fn.count<number>('requester').as('nameable'),
    ])
    .executeTakeFirstOrThrow();
  return named + tickets - nameable;
}

async function firstReplyHours(store: Store, filter: TicketFilter): Promise<number[]> {
  const rows = await ticketsThatFit(store, filter)
    .select(['createdAt', 'firstReplyAt'])
    .where('firstReplyAt', 'is not', null)
    .execute();
  return rows.map(
    ({ createdAt, firstReplyAt }) => (Date.parse(firstReplyAt ?? createdAt) - Date.parse(createdAt)) / hourMs,
  );
}
