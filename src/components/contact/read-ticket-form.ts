import { ticketRequest, type TicketRequest } from '../../app/ticket-request.ts';
import type { Messages } from '../../messages/messages.ts';

/** A form as it was sent: every field as text, ready to be shown again. */
export type SentFields = Record<string, string>;

/** The request a form holds, or what to tell the reader about each field. */
export type ReadForm = { ticket: TicketRequest } | { mistakes: Record<string, string> };

const optionalFields = ['name', 'product', 'topic', 'log', 'draftId'] as const;
const maxEarlierDrafts = 20;

/** The text fields of a form; files and repeated fields are left out. */
export function sentFields(form: FormData): SentFields {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The same fields with a line at the end of the description, for what the reader did not write: which article they read. */
export function withLine(fields: SentFields, line: string | undefined): SentFields {
  const { description = '', subject = '' } = fields;
  if (!line || (description + subject).trim() === '') return fields;
  return { ...fields, description: [description.trim(), line].filter(Boolean).join('\n\n') };
}

/** Checks a form by the rules of the API; an empty field that is not required counts as absent. */
export function readTicketForm(locale: string, fields: SentFields, messages: Messages): ReadForm {
  const given = optionalFields.flatMap((name) => (fields[name]?.trim() ? [[name, fields[name]]] : []));
  const earlierDrafts = (fields['earlierDrafts'] ?? '').split(' ').filter(Boolean).slice(0, maxEarlierDrafts);
  const parsed = ticketRequest.safeParse({
    locale,
    email: fields['email'] ?? '',
    subject: fields['subject'] ?? '',
    description: fields['description'] ?? '',
    ...Object.fromEntries(given),
    ...(earlierDrafts.length > 0 && { earlierDrafts }),
  });
  if (parsed.success) return { ticket: parsed.data };
  const mistakes = parsed.error.issues.map(({ code, path }) => {
    const field = String(path[0]);
    return [field, mistakeIn(field, code === 'too_big', messages)];
  });
  return { mistakes: Object.fromEntries(mistakes) as Record<string, string> };
}

/** What to tell the reader about a field the server refuses, in their language. */
export function mistakeIn(field: string, isTooLong: boolean, { contact: { errors } }: Messages): string {
  if (isTooLong) return errors.tooLong;
  if (field === 'email') return errors.email;
  return field === 'description' || field === 'subject' ? errors.empty : errors.other;
}
