import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TicketRow } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
import type { NewTicket } from './ticket.ts';

/** What makes two requests the same one: known to the sender, kept only as a hash. */
export interface Submission {
  /** Secret from which, with the salt of the row, the token of the private page is made. */
  key: string;
  hash: string;
}

/**
 * The submission a request belongs to. With an idempotency key, what the same sender sends under the same key is the same; else the same
 * text from the same draft is. Without either, every request is new.
 */
export function submissionOf(ticket: NewTicket, idempotencyKey: string | undefined): Submission {
  const key = submissionKey(ticket, idempotencyKey);
  return { key, hash: sha256(key) };
}

function submissionKey(ticket: NewTicket, idempotencyKey: string | undefined): string {
  const { email, draftId, subject, description, log = '' } = ticket;
  if (idempotencyKey) return JSON.stringify(['key', email, idempotencyKey]);
  if (draftId) return JSON.stringify(['draft', draftId, email, subject, description, log]);
  return randomBytes(32).toString('base64url');
}

/** Whether a request that came under the key of a ticket says the same as that ticket. */
export function saysTheSame(row: TicketRow, ticket: NewTicket): boolean {
  return (
    row.subject === cleanText(ticket.subject) &&
    row.description === cleanText(ticket.description) &&
    (row.log ?? '') === cleanText(ticket.log ?? '') &&
    cleanText(row.fields ?? '{}') === cleanText(JSON.stringify(ticket.fields ?? {}))
  );
}

/** Columns that keep a submission: enough to recognise it and to check its token, not to make the token. */
export function submissionColumns(
  submission: Submission,
): Pick<TicketRow, 'submissionHash' | 'tokenSalt' | 'tokenHash'> {
  const tokenSalt = randomBytes(16).toString('base64url');
  return { submissionHash: submission.hash, tokenSalt, tokenHash: sha256(makeToken(submission, tokenSalt)) };
}

/** The token of the private page of a ticket; the same for a repeat, so that both answers lead there. */
export function makeToken(submission: Submission, tokenSalt: string): string {
  return createHmac('sha256', tokenSalt).update(submission.key).digest('base64url');
}

/** Whether a token opens the private page, in the same time whatever it is. */
export function isTokenOf(row: TicketRow, token: string): boolean {
  if (row.tokenHash === null) return false;
  return timingSafeEqual(Buffer.from(sha256(token), 'hex'), Buffer.from(row.tokenHash, 'hex'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
