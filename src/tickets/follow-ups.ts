import { randomUUID } from 'node:crypto';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { FollowUpRow } from '../store/schema.ts';
import { keepAttachments, type NewAttachment } from './attachments.ts';
import { reopenTicket, resolveTicket, setStatus } from './change-ticket.ts';
import { cleanText } from './clean-text.ts';
import type { Ticket } from './ticket.ts';

/** What the sender of a ticket did on its private page. */
export type FollowUp = FollowUpRow;

/** Most that a sender may add to one ticket. */
export const maxFollowUps = 50;

/** What a sender adds; `isRefused` when there is no more room. */
export type FollowUpOutcome = { isKept: true } | { isRefused: true };

/** What was done on the private page of a ticket, oldest first. */
export function followUpsOf(store: Store, reference: string): Promise<FollowUp[]> {
  return store.database
    .selectFrom('followUps')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Adds a text, files or both to a ticket. Whatever it waited for, it is open again: someone has to read this. */
export async function addToTicket(
  store: Store,
  ticket: Ticket,
  addition: { text: string; attachments: NewAttachment[] },
  clock: Clock,
): Promise<FollowUpOutcome> {
  const { reference } = ticket;
  if ((await followUpsOf(store, reference)).length >= maxFollowUps) return { isRefused: true };
  await note(store, { reference, kind: 'added', text: addition.text }, clock);
  await keepAttachments(
    store.database,
    { reference, createdAt: clock().toISOString() },
    addition.attachments,
  );
  await reopenTicket(store, reference);
  return { isKept: true };
}

/** The sender needs no answer any more. */
export async function closeBySender(
  store: Store,
  { reference, status }: Ticket,
  clock: Clock,
): Promise<void> {
  if (status === 'closed') return;
  await note(store, { reference, kind: 'closed', text: '' }, clock);
  await setStatus(store, reference, 'closed', clock);
}

/** The sender says that an article solved it: the ticket is resolved with it, and search learns their words. */
export async function solveBySender(
  store: Store,
  { reference }: Ticket,
  articleId: string,
  clock: Clock,
): Promise<void> {
  await note(store, { reference, kind: 'solved', text: '' }, clock);
  await resolveTicket(store, reference, articleId, clock);
}

async function note(
  store: Store,
  followUp: Pick<FollowUpRow, 'reference' | 'kind' | 'text'>,
  clock: Clock,
): Promise<void> {
  const row = {
    id: randomUUID(),
    ...followUp,
    text: cleanText(followUp.text),
    createdAt: clock().toISOString(),
  };
  await store.database.insertInto('followUps').values(row).execute();
}
