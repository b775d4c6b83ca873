import type { Transaction } from 'kysely';
import { recordChanges } from '../store/changes.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { Schema, TicketRow } from '../store/schema.ts';
import { toTicket } from './ticket-row.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

/** The ticket as it is now; or why nothing changed. */
export type ChangeOutcome = { ticket: Ticket } | { refused: 'unknown-ticket' | 'not-allowed' };

/** Where a ticket may go from each status by hand. A closed ticket can only be opened again. */
export const nextStatuses: Record<TicketStatus, TicketStatus[]> = {
  open: ['pending', 'resolved', 'closed'],
  pending: ['open', 'resolved', 'closed'],
  resolved: ['open', 'closed'],
  closed: ['open'],
};

/**
 * Says which article solved a ticket, and resolves it; a closed one stays closed. Search learns the words of the ticket. Solving it once
 * more with another article corrects it.
 */
export function resolveTicket(
  store: Store,
  reference: string,
  articleId: string,
  clock: Clock,
): Promise<ChangeOutcome> {
  return change(store, reference, (row) => ({
    status: row.status === 'closed' ? 'closed' : 'resolved',
    resolution: articleId,
    resolvedAt: row.resolvedAt ?? clock().toISOString(),
  }));
}

/** Opens a ticket again: what was said to solve it did not, so search forgets its words. */
export function reopenTicket(store: Store, reference: string): Promise<ChangeOutcome> {
  return change(store, reference, (row) => (row.status === 'open' ? undefined : reopened));
}

/**
 * Moves a ticket to another status. Opening it again forgets its resolution; the first move to `pending` or beyond counts as the first
 * reply.
 */
export function setStatus(
  store: Store,
  reference: string,
  status: TicketStatus,
  clock: Clock,
): Promise<ChangeOutcome> {
  const now = clock().toISOString();
  return change(store, reference, (row) => {
    if (!nextStatuses[row.status].includes(status)) return undefined;
    if (status === 'open') return row.status === 'pending' ? { status } : reopened;
    const firstReplyAt = row.firstReplyAt ?? now;
    return status === 'pending'
      ? { status, firstReplyAt }
      : { status, firstReplyAt, resolvedAt: row.resolvedAt ?? now };
  });
}

type Columns = Partial<Pick<TicketRow, 'status' | 'resolution' | 'resolvedAt' | 'firstReplyAt'>>;

const reopened: Columns = { status: 'open', resolution: null, resolvedAt: null };

/** Applies what `decide` says of the row as it is, one change of a ticket at a time. */
function change(
  store: Store,
  reference: string,
  decide: (row: TicketRow) => Columns | undefined,
): Promise<ChangeOutcome> {
  return store.database.transaction().execute(async (transaction) => {
    const row = await lockTicket(store, transaction, reference);
    if (!row) return { refused: 'unknown-ticket' };
    const columns = decide(row);
    if (!columns) return { refused: 'not-allowed' };
    await transaction.updateTable('tickets').set(columns).where('reference', '=', reference).execute();
    const now = { ...row, ...columns };
    if (now.resolution !== row.resolution) await recordChanges(transaction, [reference]);
    return { ticket: toTicket(now) };
  });
}

// A write transaction of SQLite already locks; PostgreSQL has to be asked to.
function lockTicket(
  store: Store,
  transaction: Transaction<Schema>,
  reference: string,
): Promise<TicketRow | undefined> {
  const query = transaction.selectFrom('tickets').selectAll().where('reference', '=', reference);
  return (store.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}
