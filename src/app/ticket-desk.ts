import type { Reader } from '../events/record-events.ts';
import type { Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { AttachmentFiles } from '../tickets/attachment-files.ts';
import type { NewAttachment } from '../tickets/attachments.ts';
import type { AttachmentMistake, CheckedFile, SentFile } from '../tickets/check-attachments.ts';
import { checkAttachments } from '../tickets/check-attachments.ts';
import { submitTicket, type SubmitOutcome as KeptOutcome } from '../tickets/submit-ticket.ts';
import type { Routing, TicketStatus } from '../tickets/ticket.ts';
import { triageText } from '../tickets/triage.ts';
import { fieldMistakes, fieldsOf, type FieldMistake } from './check-fields.ts';
import type { Confirming } from './confirming.ts';
import { promisedReply } from './reply-promise.ts';
import type { TicketRequest } from './ticket-request.ts';

/** Who sends a ticket, and the key that makes a repeat harmless. */
export interface SubmitContext {
  reader: Reader;
  idempotencyKey?: string;
  files?: SentFile[];
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
  | RefusedTicket;

/** What is wrong with a ticket. */
export interface RefusedTicket {
  ok: false;
  /** By field, for developers. */
  fields: Record<string, string>;
  /** The idempotency key came before with another text. */
  isConflict: boolean;
  /** What is wrong with the answers to the topic's fields, by the field's id. */
  answers?: Record<string, FieldMistake>;
  attachment?: AttachmentMistake;
}

/** What taking tickets works with. */
export interface TicketDeskParts {
  store: Store;
  site: Site;
  locales: () => string[];
  knowsArticle: (articleId: string) => boolean;
  clock: Clock;
  files: AttachmentFiles;
  confirming: Confirming;
}

/** Takes tickets in: checks what only the site knows, keeps ticket and files, routes it, confirms it, promises a reply. */
export function createTicketDesk(parts: TicketDeskParts) {
  return async (ticket: TicketRequest, context: SubmitContext): Promise<SubmitOutcome> => {
    const refused = refusalOf(ticket, parts);
    if (refused) return refused;
    const checked = await checkAttachments(context.files ?? [], parts.site.attachments);
    if ('mistake' in checked) return refusedFile(checked.mistake);
    const outcome = await keep(parts, ticket, { ...context, files: checked.files });
    if ('conflict' in outcome) return conflict;
    const { reference, status, locale, createdAt, topic, subject, description } = outcome.ticket;
    const reply = promisedReply(parts.site, { sentAt: new Date(createdAt), topic, subject, description });
    return {
      ...{ ok: true, reference, status, expectedReplyAt: reply?.toISOString(), repeated: outcome.repeated },
      url: `/${locale}/requests/${reference}?token=${outcome.token}`,
    };
  };
}

const conflict: RefusedTicket = {
  ok: false,
  fields: {
    idempotencyKey: 'This key was used for a ticket with another text: use a new one for a new ticket.',
  },
  isConflict: true,
};

function refusalOf(ticket: TicketRequest, parts: TicketDeskParts): RefusedTicket | undefined {
  const { site, locales, knowsArticle } = parts;
  const fields = unknownChoices(ticket, site, locales());
  if (ticket.article !== undefined && !knowsArticle(ticket.article)) {
    fields['article'] = 'This article is not published: leave it out.';
  }
  const answers = fieldMistakes(fieldsOf(site.fields, ticket.topic), ticket.fields ?? {});
  for (const [id, mistake] of Object.entries(answers)) fields[`fields.${id}`] = describeAnswer[mistake];
  return Object.keys(fields).length > 0 ? { ok: false, fields, isConflict: false, answers } : undefined;
}

const describeAnswer: Record<FieldMistake, string> = {
  required: 'This field is required with this topic.',
  'too-long': 'This answer is too long.',
  'not-accepted': 'This field does not take this value.',
  unknown: 'This topic has no such field.',
};

const describeFile: Record<AttachmentMistake['reason'], string> = {
  'too-many': 'There are too many files.',
  'too-large': 'This file, or all of them together, are too large.',
  type: 'Files of this type are not taken.',
  'not-what-it-says': 'The content of this file is not what its name says.',
  empty: 'This file is empty.',
};

function refusedFile(attachment: AttachmentMistake): RefusedTicket {
  const fields = { attachments: `${attachment.fileName}: ${describeFile[attachment.reason]}` };
  return { ok: false, fields, isConflict: false, attachment };
}

/** Files are kept before the ticket that names them, and go again when there is no new ticket. */
async function keep(
  { store, site, clock, files, confirming }: TicketDeskParts,
  ticket: TicketRequest,
  { idempotencyKey, files: sent }: SubmitContext & { files: CheckedFile[] },
): Promise<KeptOutcome> {
  const attachments = await files.save(sent);
  let isNew = false;
  try {
    const outcome = await submitTicket(store, withoutBlanks(ticket), {
      ...{ clock, timeZone: site.timeZone, idempotencyKey, attachments, routing: routingOf(ticket, site) },
      confirmation: await confirming.mailFor(ticket),
    });
    isNew = 'ticket' in outcome && !outcome.repeated;
    if (isNew) confirming.wake();
    return outcome;
  } finally {
    if (!isNew) await files.remove(attachments.map(({ id }: NewAttachment) => id));
  }
}

function withoutBlanks(ticket: TicketRequest): TicketRequest {
  const fields = Object.entries(ticket.fields ?? {}).filter(([, answer]) => answer.trim() !== '');
  return { ...ticket, fields: Object.fromEntries(fields) };
}

/** The team of the words that mean trouble, else of the topic. */
function routingOf({ subject, description, topic }: TicketRequest, site: Site): Routing {
  const { priority, triage, team } = triageText(`${subject}\n${description}`, site.urgent);
  const routed = team ?? site.topics.find(({ id }) => id === topic)?.team;
  return {
    ...(priority && { priority }),
    ...(triage && { triage }),
    ...(routed !== undefined && { team: routed }),
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
