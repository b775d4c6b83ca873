import type { Store } from '../store/open-store.ts';
import { ticketsThatFit } from './list-tickets.ts';
import type { TicketFilter } from './list-tickets.ts';
import { toTicket } from './ticket-row.ts';
import type { Ticket } from './ticket.ts';

const pageSize = 500;

/** Every ticket that fits, oldest first, read in pages so that neither memory nor the database is held. */
export async function* exportTickets(store: Store, filter: TicketFilter = {}): AsyncGenerator<Ticket> {
  let last: Pick<Ticket, 'createdAt' | 'reference'> | undefined;
  for (;;) {
    const page = await readPage(store, filter, last);
    yield* page;
    last = page.at(-1);
    if (!last || page.length < pageSize) return;
  }
}

async function readPage(
  store: Store,
  filter: TicketFilter,
  after: Pick<Ticket, 'createdAt' | 'reference'> | undefined,
): Promise<Ticket[]> {
  let query = ticketsThatFit(store, filter).selectAll();
  if (after) {
    const { createdAt, reference } = after;
    query = query.where((eb) =>
      eb.or([
        eb('createdAt', '>', createdAt),
        eb.and([eb('createdAt', '=', createdAt), eb('reference', '>', reference)]),
      ]),
    );
  }
  const rows = await query.orderBy('createdAt').orderBy('reference').limit(pageSize).execute();
  return rows.map(toTicket);
}

/** What an export says of a ticket, in this order. */
const exportedFields = [
  ...['id', 'createdAt', 'subject', 'description', 'locale', 'status', 'resolution', 'requester'],
  ...['name', 'product', 'topic', 'log', 'tags', 'firstReplyAt', 'resolvedAt'],
  ...['fields', 'article', 'searched', 'priority', 'team'],
  ...['country', 'satisfaction', 'recommendation'],
];

/** One line of a JSONL export: what `npm run tickets -- import` reads back. */
export function toExportLine(ticket: Ticket): string {
  const tags = ticket.tags.length > 0 ? ticket.tags : undefined;
  const line: Record<string, unknown> = { ...ticket, id: ticket.reference, tags };
  return JSON.stringify(Object.fromEntries(exportedFields.map((field) => [field, line[field]])));
}
