import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { Schema } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
import { foldForSearch, toTicket } from './ticket-row.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

/** Which tickets; everything that is given has to hold. */
export interface TicketFilter {
  statuses?: TicketStatus[] | undefined;
  locale?: string | undefined;
  product?: string | undefined;
  topic?: string | undefined;
  source?: string | undefined;
  /** Whether an article solved it. */
  isSolved?: boolean | undefined;
  /** E-mail address of the sender, in lower case. */
  requester?: string | undefined;
  /** The article that solved it. */
  resolution?: string | undefined;
  /** Sent at or after this time, ISO 8601 in UTC. */
  since?: string | undefined;
  /** Sent before this time, ISO 8601 in UTC. */
  until?: string | undefined;
  /** Words that must all occur in subject, description, sender or reference, whatever their case and accents. */
  search?: string | undefined;
}

/** Which part of the tickets that fit, and in what order. */
export interface TicketPage {
  limit?: number | undefined;
  offset?: number | undefined;
  order?: 'newest' | 'oldest' | undefined;
}

const maxSearchWords = 10;

type TicketQuery = SelectQueryBuilder<Schema, 'tickets', object>;

/** The tickets that fit, 50 unless told, newest first, and how many there are in all. */
export async function listTickets(
  store: Store,
  filter: TicketFilter = {},
  { limit = 50, offset = 0, order = 'newest' }: TicketPage = {},
): Promise<{ tickets: Ticket[]; total: number }> {
  const direction = order === 'newest' ? 'desc' : 'asc';
  const rows = await ticketsThatFit(store, filter)
    .selectAll()
    .orderBy('createdAt', direction)
    .orderBy('reference', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await ticketsThatFit(store, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { tickets: rows.map(toTicket), total };
}

/** How many tickets that fit stand at each status. */
export async function countByStatus(
  store: Store,
  filter: TicketFilter = {},
): Promise<Record<TicketStatus, number>> {
  const rows = await ticketsThatFit(store, filter)
    .select((eb) => ['status' as const, eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const counts = { open: 0, pending: 0, resolved: 0, closed: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/** The query of the tickets that fit, without columns and order yet. */
export function ticketsThatFit(store: Store, filter: TicketFilter): TicketQuery {
  const { statuses, isSolved, since, until, search } = filter;
  let query: TicketQuery = store.database.selectFrom('tickets');
  if (statuses) query = query.where('status', 'in', statuses);
  if (isSolved !== undefined) query = query.where('resolution', isSolved ? 'is not' : 'is', null);
  if (since) query = query.where('createdAt', '>=', since);
  if (until) query = query.where('createdAt', '<', until);
  for (const column of ['locale', 'product', 'topic', 'source', 'requester', 'resolution'] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) query = query.where(column, '=', cleanText(wanted));
  }
  return search ? containingWords(query, search) : query;
}

function containingWords(query: TicketQuery, search: string): TicketQuery {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean).slice(0, maxSearchWords);
  return words.reduce(
    (narrowed, word) =>
      narrowed.where(sql<boolean>`"searchText" like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
    query,
  );
}
