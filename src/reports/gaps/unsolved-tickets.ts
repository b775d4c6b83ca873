import type { Store } from '../../store/open-store.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import type { TicketSuggestion } from '../../tickets/ticket.ts';
import type { UnsolvedTicket } from './gap.ts';

/** Which tickets a gap report is about. */
export interface UnsolvedFilter {
  /** ISO 8601. */
  since: string;
  locale?: string | undefined;
}

/** The tickets no article solved, whatever their status, oldest first. */
export async function readUnsolvedTickets(
  store: Store,
  { since, locale }: UnsolvedFilter,
): Promise<UnsolvedTicket[]> {
  const rows = await ticketsThatFit(store, { since, locale, isSolved: false })
    .select([
      'reference',
      'locale',
      'subject',
      'description',
      'createdAt',
      'requester',
      'topic',
      'suggestions',
    ])
    .orderBy('createdAt')
    .orderBy('reference')
    .execute();
  return rows.map(({ reference, requester, topic, suggestions, ...row }) => {
    const seen = JSON.parse(suggestions) as TicketSuggestion[];
    return {
      ...row,
      id: reference,
      shown: seen.map(({ articleId }) => articleId),
      opened: seen.filter(({ opened }) => opened).map(({ articleId }) => articleId),
      ...(requester !== null && { requesterKey: requester }),
      ...(topic !== null && { topic }),
    };
  });
}
