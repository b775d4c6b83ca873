import { randomUUID } from 'node:crypto';
import type { App } from '../../app.ts';
import type { RefusedTicket } from '../../app/ticket-desk.ts';
import { maxTicketBytes } from '../../app/ticket-request.ts';
import type { Reader } from '../../events/record-events.ts';
import { readMultipart } from '../../http/read-multipart.ts';
import { refusalStatus } from '../../http/refusal.ts';
import { fill } from '../../messages/format-message.ts';
import { messagesFor, type Messages } from '../../messages/messages.ts';
import { maxAttachmentBytes, readFiles, type SentFile } from '../../tickets/check-attachments.ts';
import {
  answeredFields,
  mistakeIn,
  readTicketForm,
  sentFields,
  type SentFields,
} from './read-ticket-form.ts';

/** A form that came in, from whom and where. */
export interface FormArrival {
  app: App;
  reader: Reader;
  request: Request;
  locale: string;
}

/** What became of a form: sent, or to be shown again with what was written. */
export type FormOutcome =
  | { sentTo: string }
  | { fields: SentFields; mistakes: Record<string, string>; status: number; isDoubted?: boolean };

/** Takes the ticket form in: reads it, doubts it when it looks like a flood, sends it. */
export async function sendForm(arrival: FormArrival): Promise<FormOutcome> {
  const { app, request, locale } = arrival;
  const messages = messagesFor(locale);
  const maxBytes = maxTicketBytes * 2 + maxAttachmentBytes(app.site.attachments);
  const body = await readMultipart(request, maxBytes);
  if (!body.ok) {
    const text = messages.contact.errors.attachments['too-large'];
    const mistakes = { attachments: fill(text, { file: messages.contact.attachments }) };
    return { fields: {}, mistakes, status: refusalStatus(body.refusal.code) };
  }
  const fields = sentFields(body.form);
  if (fields['step'] === 'fields') return { fields, mistakes: {}, status: 200 };
  const mistakes = fields['website'] ? { website: messages.contact.trap } : {};
  const read = readTicketForm(locale, { ...fields, ...onlyAsked(fields, app) }, messages);
  if ('mistakes' in read) return { fields, mistakes: { ...mistakes, ...read.mistakes }, status: 400 };
  if (fields['website']) return { fields, mistakes, status: 400 };
  if (await isDoubted(arrival, fields)) return { fields, mistakes, status: 403, isDoubted: true };
  const files = await readFiles(body.form);
  const refused = await submit(arrival, { ticket: read.ticket, files, key: fields['idempotencyKey'] });
  if ('sentTo' in refused) return refused;
  return { fields, mistakes: mistakesOf(refused, messages), status: 400 };
}

/** Answers to fields of another topic stay in the form and out of the ticket. */
function onlyAsked(fields: SentFields, app: App): SentFields {
  const asked = answeredFields(fields, app.site.fields, fields['topic']);
  const others = Object.keys(fields).filter((name) => name.startsWith('field.') && !(name in asked));
  return Object.fromEntries(others.map((name) => [name, '']));
}

async function isDoubted({ app, reader }: FormArrival, fields: SentFields): Promise<boolean> {
  const { subject = '', description = '', shown, proof, wait } = fields;
  const verdict = await app.guard.judge({
    ...{ reader, by: 'form', text: `${subject}\n${description}` },
    ...{ shownMark: shown, proof, waitMark: wait },
  });
  return verdict === 'challenge';
}

interface ReadTicket {
  ticket: Parameters<App['submitTicket']>[0];
  files: SentFile[];
  key: string | undefined;
}

async function submit(
  { app, reader }: FormArrival,
  { ticket, files, key }: ReadTicket,
): Promise<{ sentTo: string } | RefusedTicket> {
  const idempotencyKey = key ?? randomUUID();
  let outcome = await app.submitTicket(ticket, { reader, files, idempotencyKey });
  // The form came back with another text, as after "back" in the browser: that is another request.
  if (!outcome.ok && outcome.isConflict) {
    outcome = await app.submitTicket(ticket, { reader, files, idempotencyKey: randomUUID() });
  }
  return outcome.ok ? { sentTo: `${outcome.url}&sent=1` } : outcome;
}

function mistakesOf(refused: RefusedTicket, messages: Messages): Record<string, string> {
  const { errors } = messages.contact;
  const { answers = {}, attachment } = refused;
  const mistakes = Object.keys(refused.fields)
    .filter((field) => !field.startsWith('fields.') && field !== 'attachments')
    .map((field) => [field, mistakeIn(field, false, messages)] as const);
  const ofAnswers = Object.entries(answers).map(([id, mistake]) => {
    const text =
      mistake === 'required' ? errors.required : mistake === 'too-long' ? errors.tooLong : errors.other;
    return [`field.${id}`, text] as const;
  });
  const ofFiles = attachment && fill(errors.attachments[attachment.reason], { file: attachment.fileName });
  return { ...Object.fromEntries([...mistakes, ...ofAnswers]), ...(ofFiles && { attachments: ofFiles }) };
}
