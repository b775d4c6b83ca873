import { answerBody, json, onlyMethods, refuseInvalid } from '../../http/endpoint.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { maxTicketBytes, ticketRequest } from '../../app/ticket-request.ts';

export const prerender = false;

/** Far above what a person sends, and low enough that a script does not fill the desk. */
const limit = createRateLimit(600, 600);

export const POST = answerBody(
  { schema: ticketRequest, maxBytes: maxTicketBytes },
  async (ticket, context) => {
    const { app, reader } = context.locals;
    const refused = await limit(reader.visitor);
    if (refused) return refused;
    const idempotencyKey = context.request.headers.get('idempotency-key') ?? undefined;
    const outcome = await app.submitTicket(ticket, { reader, ...(idempotencyKey && { idempotencyKey }) });
    if (!outcome.ok) return refuseInvalid(outcome.fields, outcome.isConflict ? 'conflict' : 'invalid');
    const { reference, status, expectedReplyAt, url } = outcome;
    return json({ reference, status, expectedReplyAt: expectedReplyAt ?? null, url }, 201);
  },
);
export const ALL = onlyMethods('POST');
