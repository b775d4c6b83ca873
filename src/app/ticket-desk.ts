import type { Reader } from '../events/record-events.ts';
import type { Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { expectedReply } from '../tickets/expected-reply.ts';
import { submitTicket } from '../tickets/submit-ticket.ts';
import type { TicketStatus } from '../tickets/ticket.ts';
import type { TicketRequest } from './ticket-request.ts';

/** Who sends a ticket, and the key that makes a repeat harmless. */
export interface SubmitContext {
  reader: Reader;
  idempotencyKey?: string;
}

/** A ticket that was taken in, or what is wrong with it, by field. */
export type SubmitOutcome =
  | {
      ok: true;
      reference: string;
      status: TicketStatus;
      /** ISO 8601 in UTC; nothing when the office hours promise nothing. */
      expectedReplyAt: string | undefined;
      /** Root-relative address of the sender's private page. */
      url: string;
      /** The same request was taken in before. */
      repeated: boolean;
    }
  | {
      ok: false;
      fields: Record<string, string>;
      /** The idempotency key came before with another text. */
      isConflict: boolean;
    };

/** What taking tickets works with. */
export interface TicketDeskParts {
  store: Store;
  site: Site;
  locales: () => string[];
  clock: Clock;
}

/** Takes tickets in: checks what only the site knows, keeps the ticket, promises a reply. */
export function createTicketDesk({ store, site, locales, clock }: TicketDeskParts) {
  return async (ticket: TicketRequest, { idempotencyKey }: SubmitContext): Promise<SubmitOutcome> => {
    const fields = unknownChoices(ticket, site, locales());
    if (Object.keys(fields).length > 0) return { ok: false, fields, isConflict: false };
    const context = { clock, timeZone: site.timeZone, idempotencyKey };
    const outcome = await submitTicket(store, ticket, context);
    if ('conflict' in outcome) {
      const idempotencyKey =
        'This key was used for a ticket with another text: use a new one for a new ticket.';
      return { ok: false, fields: { idempotencyKey }, isConflict: true };
    }
    const { reference, status, locale, createdAt } = outcome.ticket;
    const reply = expectedReply(new Date(createdAt), site.officeHours, site.timeZone);
    return {
      ok: true,
      reference,
      status,
      expectedReplyAt: reply?.toISOString(),
      url: `/${locale}/requests/${reference}?token=${outcome.token}`,
      repeated: outcome.repeated,
    };
  };
}

/** Locale, product and topic have to be among those the site has. */
function unknownChoices(ticket: TicketRequest, site: Site, locales: string[]): Record<string, string> {
  const choices: [string, string | undefined, string[]][] = [
    ['locale', ticket.locale, locales],
    ['product', ticket.product, site.products.map(({ id }) => id)],
    ['topic', ticket.topic, site.topics.map(({ id }) => id)],
  ];
  const wrong = choices.filter(([, value, known]) => value !== undefined && !known.includes(value));
  return Object.fromEntries(
    wrong.map(([field, , known]) => [
      field,
      known.length > 0 ? `Choose one of: ${known.join(', ')}.` : 'This portal has none: leave it out.',
    ]),
  );
}
