import { z } from 'zod';
import type { App } from '../../app.ts';
import { reopenTicket, resolveTicket, setStatus, type ChangeOutcome } from '../../tickets/change-ticket.ts';
import { ticketStatuses } from '../../tickets/ticket.ts';

/** What the forms of a ticket's page send. */
export const ticketForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('resolve'), articleId: z.string().max(500).optional() }),
  z.object({ action: z.literal('reopen') }),
  z.object({ action: z.literal('status'), status: z.enum(ticketStatuses) }),
]);

/** A checked form. */
export type TicketForm = z.infer<typeof ticketForm>;

/** What was done, or why it was not: keys of the desk's messages. */
export type TicketOutcome =
  | { done: 'resolved' | 'reopened' | 'status' }
  | { problem: 'article' | 'unknownArticle' | 'notAllowed' | 'gone' };

/** Does what a form of a ticket's page asks. An article that is not published solves nothing. */
export async function actOnTicket(
  { store, article, clock }: Pick<App, 'store' | 'article' | 'clock'>,
  reference: string,
  form: TicketForm,
): Promise<TicketOutcome> {
  switch (form.action) {
    case 'resolve':
      if (!form.articleId) return { problem: 'article' };
      if (!article(form.articleId)) return { problem: 'unknownArticle' };
      return outcomeOf(await resolveTicket(store, reference, form.articleId, clock), 'resolved');
    case 'reopen':
      return outcomeOf(await reopenTicket(store, reference), 'reopened');
    case 'status':
      return outcomeOf(await setStatus(store, reference, form.status, clock), 'status');
  }
}

function outcomeOf(change: ChangeOutcome, done: 'resolved' | 'reopened' | 'status'): TicketOutcome {
  if ('ticket' in change) return { done };
  return { problem: change.refused === 'unknown-ticket' ? 'gone' : 'notAllowed' };
}
