import type { Store } from '../store/open-store.ts';
import type { TicketRow } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
import { isTokenOf } from './submission.ts';
import { toTicket } from './ticket-row.ts';
import type { Ticket } from './ticket.ts';

/** A ticket by its reference, for those who may see every ticket. */
export async function findTicket(store: Store, reference: string): Promise<Ticket | undefined> {
  const row = await findRow(store, reference);
  return row && toTicket(row);
}

/** A ticket for whoever holds the token of its private page; a wrong token and an unknown reference look the same. */
export async function findTicketByToken(
  store: Store,
  reference: string,
  token: string,
): Promise<Ticket | undefined> {
  const row = await findRow(store, reference);
  return row && isTokenOf(row, token) ? toTicket(row) : undefined;
}

function findRow(store: Store, reference: string): Promise<TicketRow | undefined> {
  return store.database
    .selectFrom('tickets')
    .selectAll()
    .where('reference', '=', cleanText(reference))
    .executeTakeFirst();
}
