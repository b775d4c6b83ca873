import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { parseInstant } from './parse-instant.ts';
import { ticketStatuses } from './ticket.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

const articleId = /^[a-z]{2,3}(?:-[A-Z]{2})?\/\S+$/;
const maxTextChars = 100_000;

/** Texts are cut, not refused: a long ticket is still a ticket. */
const text = (maxChars: number) =>
  z.string().transform((value) => cleanText(value).slice(0, maxChars).toWellFormed().trim());

const optionalText = (maxChars: number) =>
  text(maxChars)
    .nullish()
    .transform((value) => value || undefined);

const optionalInstant = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    if (value === undefined || value === null || value === '') return undefined;
    const instant = parseInstant(value);
    if (instant) return instant;
    context.addIssue({ code: 'custom', message: `"${value}" is not a date such as 2026-11-22T05:15:00Z` });
    return z.NEVER;
  });

/** An answer on a scale, as a number or written as one. */
const answer = (low: number, high: number) =>
  z
    .union([z.number(), z.literal('').transform(() => undefined), z.string().trim().transform(Number)])
    .nullish()
    .transform((value) => value ?? undefined)
    .pipe(z.int().min(low).max(high).optional());

const identifier = z
  .union([text(100), z.number().transform(String)])
  .nullish()
  .transform((value) => value || undefined);

/** A line of an import: only a subject or a description is required; what is not known is passed over. */
const importedTicket = z
  .object({
    id: identifier,
    createdAt: optionalInstant,
    subject: optionalText(1000),
    description: optionalText(maxTextChars),
    locale: optionalText(10),
    status: z.enum(ticketStatuses).nullish(),
    resolution: optionalText(300).refine((value) => value === undefined || articleId.test(value), {
      error: 'is not the id of an article, such as fr/billing/refunds',
    }),
    requester: optionalText(254),
    name: optionalText(200),
    product: optionalText(100),
    topic: optionalText(100),
    log: optionalText(maxTextChars),
    tags: z.array(text(100)).max(100).nullish(),
    firstReplyAt: optionalInstant,
    resolvedAt: optionalInstant,
    team: optionalText(100),
    country: optionalText(100),
    satisfaction: answer(1, 5),
    recommendation: answer(0, 10),
  })
  .refine((ticket) => ticket.subject ?? ticket.description, {
    error: 'has neither a subject nor a description',
  });

/** What an import needs to know beside the line itself. */
export interface ImportRules {
  /** Kept with each ticket: `zendesk`, `csv`… */
  source: string;
  /** When the line does not say when it was sent. */
  now: Date;
  /** The language of a text, for lines that do not say. */
  localeOf: (text: string) => string;
}

/** A ticket that can be kept, or why it cannot. */
export type ImportVerdict = { ticket: Ticket } | { reason: string };

/** Reads one record of an import. Without an id it gets one made of its text, so that reading it again is harmless. */
export function readImportedTicket(value: unknown, rules: ImportRules): ImportVerdict {
  const parsed = importedTicket.safeParse(value);
  if (!parsed.success) return { reason: describe(parsed.error) };
  const {
    id,
    subject = '',
    description = '',
    requester,
    locale,
    status,
    tags,
    createdAt,
    ...optional
  } = parsed.data;
  const { resolution, resolvedAt } = optional;
  return {
    ticket: {
      reference: id ?? idFromText([createdAt, requester, subject, description]),
      subject,
      description,
      locale: isLocale(locale) ? locale : rules.localeOf(`${subject}\n${description}`),
      status: status ?? impliedStatus(resolution ?? resolvedAt),
      tags: tags ?? [],
      suggestions: [],
      source: rules.source,
      createdAt: createdAt ?? rules.now.toISOString(),
      ...(requester && { requester: requester.toLowerCase() }),
      ...present(optional),
    },
  };
}

function describe(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    .join('; ');
}

function idFromText(parts: (string | undefined)[]): string {
  return `I-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
}

function isLocale(locale: string | undefined): locale is string {
  return locale !== undefined && /^[a-z]{2,3}(-[A-Z]{2})?$/.test(locale);
}

function impliedStatus(end: string | undefined): TicketStatus {
  return end === undefined ? 'open' : 'resolved';
}

type Optional = Pick<
  Ticket,
  | 'resolution'
  | 'name'
  | 'product'
  | 'topic'
  | 'log'
  | 'firstReplyAt'
  | 'resolvedAt'
  | 'team'
  | 'country'
  | 'satisfaction'
  | 'recommendation'
>;

function present(fields: { [Name in keyof Optional]?: Optional[Name] | undefined }): Optional {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
