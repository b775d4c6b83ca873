import type { APIRoute } from 'astro';
import {
  answerBody,
  answerForm,
  type EndpointContext,
  json,
  onlyMethods,
  refuseInvalid,
} from '../../http/endpoint.ts';
import { isMultipart } from '../../http/read-multipart.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { refuse } from '../../http/refusal.ts';
import { challengeBits } from '../../app/challenge-bits.ts';
import { maxTicketBytes, ticketRequest, type TicketRequest } from '../../app/ticket-request.ts';
import { maxAttachmentBytes, readFiles, type SentFile } from '../../tickets/check-attachments.ts';

export const prerender = false;

/** Far above what a person sends, and low enough that a script does not fill the desk. */
const limit = createRateLimit(600, 600);

async function take(ticket: TicketRequest, files: SentFile[], context: EndpointContext): Promise<Response> {
  const { app, reader } = context.locals;
  const refused = (await limit(reader.visitor)) ?? (await askForProof(ticket, context));
  if (refused) return refused;
  const idempotencyKey = context.request.headers.get('idempotency-key') ?? undefined;
  const outcome = await app.submitTicket(ticket, {
    ...{ reader, files },
    ...(idempotencyKey && { idempotencyKey }),
  });
  if (!outcome.ok) return refuseInvalid(outcome.fields, outcome.isConflict ? 'conflict' : 'invalid');
  const { reference, status, expectedReplyAt, url } = outcome;
  return json({ reference, status, expectedReplyAt: expectedReplyAt ?? null, url }, 201);
}

/** A sender who floods the desk has to show work: see the header `Proof` in the manual. */
async function askForProof(
  { subject, description }: TicketRequest,
  { locals, request }: EndpointContext,
): Promise<Response | undefined> {
  const { guard } = locals.app;
  const verdict = await guard.judge({
    ...{ reader: locals.reader, by: 'api', text: `${subject}\n${description}` },
    proof: request.headers.get('proof') ?? undefined,
  });
  if (verdict === 'welcome') return undefined;
  const message = `Many requests come from here. Find a number so that the SHA-256 of "challenge:number" begins with ${challengeBits} zero bits, and send "challenge:number" in the header Proof.`;
  return refuse({ code: 'challenge-required', message, challenge: guard.newChallenge() });
}

const takeJson = answerBody({ schema: ticketRequest, maxBytes: maxTicketBytes }, (ticket, context) =>
  take(ticket, [], context),
);

/** The same ticket as JSON in the part `ticket`, and files in parts named `attachments`. */
const takeForm = answerForm(
  {
    schema: ticketRequest,
    part: 'ticket',
    maxBytes: ({ locals }) => maxTicketBytes + maxAttachmentBytes(locals.app.site.attachments),
  },
  async (ticket, form, context) => take(ticket, await readFiles(form), context),
);

export const POST: APIRoute = (context) =>
  isMultipart(context.request) ? takeForm(context) : takeJson(context);
export const ALL = onlyMethods('POST');
