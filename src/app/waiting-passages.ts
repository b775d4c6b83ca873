import type { Ticket } from '../tickets/ticket.ts';
import type { WaitingPassage } from './confirmation-mail.ts';
import type { Searching } from './searching.ts';

/**
 * The passages that may help the sender of a ticket while they wait: what is suggested for its text, without the articles they have read,
 * pushed away, or wrote from.
 */
export function waitingPassages(
  { suggest }: Pick<Searching, 'suggest'>,
  ticket: Ticket,
  locales: string[],
): WaitingPassage[] {
  const { locale, subject, description, product, topic } = ticket;
  if (!locales.includes(locale)) return [];
  const scope = { ...(product !== undefined && { product }), ...(topic !== undefined && { topic }) };
  const failed = ticket.suggestions.filter(
    ({ opened, rejected, solved }) => opened || solved || rejected !== undefined,
  );
  const read = new Set([...failed.map(({ articleId }) => articleId), ticket.article]);
  return suggest({ locale, subject, description, ...scope }).suggestions.filter(
    ({ articleId }) => !read.has(articleId),
  );
}
