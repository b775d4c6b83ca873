import type { TicketRow } from '../store/schema.ts';
import type { Ticket, TicketSuggestion } from './ticket.ts';

const maxSearchChars = 4000;

/** A row of the store as a ticket. */
export function toTicket(row: TicketRow): Ticket {
  const { reference, status, locale, subject, description, source, createdAt } = row;
  return {
    ...{ reference, status, locale, subject, description, source, createdAt },
    tags: JSON.parse(row.tags) as string[],
    suggestions: JSON.parse(row.suggestions) as TicketSuggestion[],
    ...(row.log !== null && { log: row.log }),
    ...(row.requester !== null && { requester: row.requester }),
    ...(row.name !== null && { name: row.name }),
    ...(row.product !== null && { product: row.product }),
    ...(row.topic !== null && { topic: row.topic }),
    ...(row.resolution !== null && { resolution: row.resolution }),
    ...(row.firstReplyAt !== null && { firstReplyAt: row.firstReplyAt }),
    ...(row.resolvedAt !== null && { resolvedAt: row.resolvedAt }),
  };
}

/** A ticket as a row; what only the portal's own tickets have (the private page, the draft) is empty. */
export function toRow(ticket: Ticket): TicketRow {
  return {
    reference: ticket.reference,
    status: ticket.status,
    locale: ticket.locale,
    subject: ticket.subject,
    description: ticket.description,
    log: ticket.log ?? null,
    requester: ticket.requester ?? null,
    name: ticket.name ?? null,
    product: ticket.product ?? null,
    topic: ticket.topic ?? null,
    tags: JSON.stringify(ticket.tags),
    resolution: ticket.resolution ?? null,
    suggestions: JSON.stringify(ticket.suggestions),
    createdAt: ticket.createdAt,
    firstReplyAt: ticket.firstReplyAt ?? null,
    resolvedAt: ticket.resolvedAt ?? null,
    source: ticket.source,
    searchText: searchText(ticket),
    submissionHash: null,
    tokenSalt: null,
    tokenHash: null,
  };
}

function searchText({ reference, requester = '', name = '', subject, description }: Ticket): string {
  return foldForSearch([reference, requester, name, subject, description].join('\n')).slice(
    0,
    maxSearchChars,
  );
}

/** Lower case without accents, as ticket texts are compared in the desk's search: « Échéance » gives `echeance`. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** E-mail addresses are compared in lower case and without spaces around. */
export function normaliseRequester(requester: string): string {
  return requester.trim().toLowerCase();
}
