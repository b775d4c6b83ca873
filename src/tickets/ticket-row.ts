import type { TicketRow } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
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
    ...(row.fields !== null && { fields: JSON.parse(row.fields) as Record<string, string> }),
    ...(row.article !== null && { article: row.article }),
    ...(row.searched !== null && { searched: JSON.parse(row.searched) as string[] }),
    ...(row.priority !== null && { priority: row.priority }),
    ...(row.team !== null && { team: row.team }),
    ...(row.triage !== null && { triage: JSON.parse(row.triage) as string[] }),
    ...(row.country !== null && { country: row.country }),
    ...(row.satisfaction !== null && { satisfaction: row.satisfaction }),
    ...(row.recommendation !== null && { recommendation: row.recommendation }),
    ...(row.firstReplyAt !== null && { firstReplyAt: row.firstReplyAt }),
    ...(row.resolvedAt !== null && { resolvedAt: row.resolvedAt }),
  };
}

/** A ticket as a row; what only the portal's own tickets have (the private page, the draft) is empty. */
export function toRow(ticket: Ticket): TicketRow {
  const { reference, status, locale, source, createdAt } = ticket;
  return {
    ...{ reference, status, locale, source, createdAt },
    subject: cleanText(ticket.subject),
    description: cleanText(ticket.description),
    log: cleanOrNull(ticket.log),
    requester: cleanOrNull(ticket.requester),
    name: cleanOrNull(ticket.name),
    product: cleanOrNull(ticket.product),
    topic: cleanOrNull(ticket.topic),
    tags: JSON.stringify(ticket.tags),
    resolution: cleanOrNull(ticket.resolution),
    suggestions: JSON.stringify(ticket.suggestions),
    firstReplyAt: ticket.firstReplyAt ?? null,
    resolvedAt: ticket.resolvedAt ?? null,
    fields: jsonOrNull(ticket.fields),
    article: cleanOrNull(ticket.article),
    searched: jsonOrNull(ticket.searched),
    priority: ticket.priority ?? null,
    team: cleanOrNull(ticket.team),
    triage: jsonOrNull(ticket.triage),
    country: cleanOrNull(ticket.country),
    satisfaction: ticket.satisfaction ?? null,
    recommendation: ticket.recommendation ?? null,
    searchText: searchText(ticket),
    submissionHash: null,
    tokenSalt: null,
    tokenHash: null,
  };
}

function cleanOrNull(text: string | undefined): string | null {
  return text === undefined ? null : cleanText(text);
}

function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value, cleanTexts);
}

function cleanTexts(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? cleanText(value) : value;
}

function searchText({ reference, requester = '', name = '', subject, description }: Ticket): string {
  return foldForSearch([reference, requester, name, subject, description].join('\n')).slice(
    0,
    maxSearchChars,
  );
}

/** Lower case without accents, as ticket texts are compared in the desk's search: « Échéance » gives `echeance`. */
export function foldForSearch(text: string): string {
  return cleanText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** E-mail addresses are compared in lower case and without spaces around. */
export function normaliseRequester(requester: string): string {
  return requester.trim().toLowerCase();
}
