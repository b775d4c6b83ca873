import { fieldsOf } from '../../app/check-fields.ts';
import { ticketRequest, type TicketRequest } from '../../app/ticket-request.ts';
import type { Messages } from '../../messages/messages.ts';
import type { SiteField } from '../../site.ts';

/** A form as it was sent: every field as text, ready to be shown again. */
export type SentFields = Record<string, string>;

/** The request a form holds, or what to tell the reader about each field. */
export type ReadForm = { ticket: TicketRequest } | { mistakes: Record<string, string> };

const optionalFields = ['name', 'product', 'topic', 'log', 'draftId', 'article'] as const;
const maxSearched = 10;
const maxQueryChars = 200;
const maxEarlierDrafts = 20;

/** The text fields of a form; files and repeated fields are left out. */
export function sentFields(form: FormData): SentFields {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The answers of a form to the fields asked with a topic, by the name of their control. */
export function answeredFields(
  fields: SentFields,
  siteFields: readonly SiteField[],
  topic: string | undefined,
): SentFields {
  const asked = fieldsOf(siteFields, topic).map(({ id }) => fieldName(id));
  return Object.fromEntries(asked.flatMap((name) => (fields[name]?.trim() ? [[name, fields[name]]] : [])));
}

/** Name of the control of a field that `site.yaml` declares. */
export function fieldName(id: string): string {
  return `field.${id}`;
}

/** Checks a form by the rules of the API; an empty field that is not required counts as absent. */
export function readTicketForm(locale: string, fields: SentFields, messages: Messages): ReadForm {
  const given = optionalFields.flatMap((name) => (fields[name]?.trim() ? [[name, fields[name]]] : []));
  const earlierDrafts = (fields['earlierDrafts'] ?? '').split(' ').filter(Boolean).slice(0, maxEarlierDrafts);
  const searched = (fields['searched'] ?? '')
    .split('\n')
    .map((query) => query.trim().slice(0, maxQueryChars));
  const answers = Object.entries(fields).flatMap(([name, answer]) =>
    name.startsWith(fieldName('')) && answer.trim() ? [[name.slice(fieldName('').length), answer]] : [],
  );
  const queries = searched.filter(Boolean).slice(-maxSearched);
  const parsed = ticketRequest.safeParse({
    locale,
    email: fields['email'] ?? '',
    subject: fields['subject'] ?? '',
    description: fields['description'] ?? '',
    ...Object.fromEntries(given),
    ...(earlierDrafts.length > 0 && { earlierDrafts }),
    ...(queries.length > 0 && { searched: queries }),
    ...(answers.length > 0 && { fields: Object.fromEntries(answers) as SentFields }),
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
