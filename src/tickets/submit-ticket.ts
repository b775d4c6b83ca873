import type { Transaction } from 'kysely';
import type { Clock } from '../store/clock.ts';
import { takeNumbers } from '../store/counters.ts';
import type { Store } from '../store/open-store.ts';
import type { Schema, TicketRow } from '../store/schema.ts';
import { scrub } from '../privacy/scrub.ts';
import { keepAttachments } from './attachments.ts';
import type { NewAttachment } from './attachments.ts';
import { queueMail } from './mail-queue.ts';
import type { NewMail } from './mail-queue.ts';
import { countDeferredDrafts, takeDraft } from './close-drafts.ts';
import { makeToken, saysTheSame, submissionColumns, submissionOf } from './submission.ts';
import type { Submission } from './submission.ts';
import { normaliseRequester, toRow, toTicket } from './ticket-row.ts';
import type { NewTicket, Routing, Ticket } from './ticket.ts';

/** What comes with a request beside its text. */
export interface SubmitContext {
  clock: Clock;
  /** IANA zone the days of the deflection figures are cut in. */
  timeZone: string;
  /** The `Idempotency-Key` header. */
  idempotencyKey?: string | undefined;
  routing?: Routing | undefined;
  /** Files whose content is already kept. */
  attachments?: NewAttachment[] | undefined;
  /** The e-mail that confirms a new ticket, sealed; nothing for none. */
  confirmation?: ((ticket: Ticket, token: string) => NewMail | undefined) | undefined;
}

/** The ticket and the token of its private page; or `conflict` when the key was used before for another text. */
export type SubmitOutcome =
  { ticket: Ticket; token: string; repeated: boolean } | { conflict: 'key-used-for-another-ticket' };

/** References count on from here: the first is `G-1001`. */
export const firstNumber = 1000;

/**
 * Keeps a request as a ticket with the next reference. When this returns, the ticket survives a crash.
 *
 * A repeat (same idempotency key, else same draft and text) gives the ticket that is there, even when both arrive at once on two nodes.
 * The draft is copied into the ticket and deleted.
 */
export async function submitTicket(
  store: Store,
  ticket: NewTicket,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const request = { ...ticket, email: normaliseRequester(ticket.email) };
  const submission = submissionOf(request, context.idempotencyKey);
  return store.database.transaction().execute(async (transaction) => {
    // Holding the counter makes simultaneous submissions take turns: a repeat then sees what it repeats.
    await takeNumbers(transaction, 'ticket', 0);
    const known = await findSubmission(transaction, submission);
    if (known) return repeatOf(known, request, submission);
    const row = await keepTicket(transaction, { request, submission, context });
    const sent = {
      ticket: toTicket(row),
      token: makeToken(submission, row.tokenSalt ?? ''),
      repeated: false,
    };
    const mail = context.confirmation?.(sent.ticket, sent.token);
    if (mail) await queueMail(transaction, row.reference, { mail, now: context.clock() });
    return sent;
  });
}

function findSubmission(
  transaction: Transaction<Schema>,
  submission: Submission,
): Promise<TicketRow | undefined> {
  return transaction
    .selectFrom('tickets')
    .selectAll()
    .where('submissionHash', '=', submission.hash)
    .executeTakeFirst();
}

function repeatOf(row: TicketRow, request: NewTicket, submission: Submission): SubmitOutcome {
  if (!saysTheSame(row, request)) return { conflict: 'key-used-for-another-ticket' };
  return { ticket: toTicket(row), token: makeToken(submission, row.tokenSalt ?? ''), repeated: true };
}

interface NewSubmission {
  request: NewTicket;
  submission: Submission;
  context: SubmitContext;
}

async function keepTicket(transaction: Transaction<Schema>, { request, submission, context }: NewSubmission) {
  const { email, draftId, earlierDrafts = [], ...text } = request;
  const number = await takeNumbers(transaction, 'ticket', 1);
  const suggestions = draftId ? await takeDraft(transaction, draftId, context.timeZone) : [];
  await countDeferredDrafts(transaction, earlierDrafts, context);
  const ticket: Ticket = {
    ...withoutEmpty(text),
    ...context.routing,
    reference: `G-${firstNumber + number}`,
    status: 'open',
    requester: email,
    tags: [],
    suggestions,
    source: 'portal',
    createdAt: context.clock().toISOString(),
  };
  const row = { ...toRow(ticket), ...submissionColumns(submission) };
  await transaction.insertInto('tickets').values(row).execute();
  await keepAttachments(transaction, ticket, context.attachments ?? []);
  return row;
}

type TicketText = Omit<NewTicket, 'email' | 'draftId' | 'earlierDrafts'>;

function withoutEmpty({ locale, subject, description, ...optional }: TicketText) {
  const { name, product, topic, log, article, fields = {}, searched = [] } = optional;
  return {
    ...{ locale, subject, description },
    ...(name && { name }),
    ...(product && { product }),
    ...(topic && { topic }),
    ...(log && { log }),
    ...(article && { article }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(searched.length > 0 && { searched: searched.map(scrub) }),
  };
}
