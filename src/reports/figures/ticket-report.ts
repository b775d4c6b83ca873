import type { Store } from '../../store/open-store.ts';
import { ticketsThatFit, type TicketFilter } from '../../tickets/list-tickets.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';

/** The tickets that came in a period, and what their senders said of the help since. */
export interface TicketReport {
  tickets: number;
  /** Different senders; tickets without a sender count as one each. */
  senders: number;
  /** Answers to the survey of the help desk in use (CSAT). */
  satisfactionAnswers: number;
  /** Answers of 4 or 5, of all answers from 1 to 5; null without answers. */
  satisfaction: number | null;
}

/** From which answer on a sender counts as content. */
export const leastContent = 4;

/** Which tickets belong to a period. */
export function ticketsIn({ since, until, locale, product, topic }: Period): TicketFilter {
  return { since, until, locale, product, topic };
}

/** Counts the tickets of a period. */
export async function ticketReport(store: Store, period: Period): Promise<TicketReport> {
  const { tickets, named, nameable, answers } = await ticketsThatFit(store, ticketsIn(period))
    .select((eb) => [
      eb.fn.countAll<number>().as('tickets'),
      eb.fn.count<number>('requester').distinct().as('named'),
      eb.fn.count<number>('requester').as('nameable'),
      eb.fn.count<number>('satisfaction').as('answers'),
    ])
    .executeTakeFirstOrThrow();
  const { content } = await ticketsThatFit(store, ticketsIn(period))
    .where('satisfaction', '>=', leastContent)
    .select((eb) => eb.fn.countAll<number>().as('content'))
    .executeTakeFirstOrThrow();
  return {
    tickets,
    senders: named + tickets - nameable,
    satisfactionAnswers: answers,
    satisfaction: shareOf(content, answers),
  };
}
