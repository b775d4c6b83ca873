import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** A text in several languages, by locale: `{ fr: 'Facturation', en: 'Billing' }`. */
const localised = z.record(z.string(), z.string().min(1).max(500));

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'use lower-case letters, digits and hyphens' });
const localeCode = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, { error: 'use a code such as fr, en or pt-BR' });
const clockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'use a time such as "09:00"' });
const replyHours = z.number().positive().max(1000);
const fileExtension = z
  .string()
  .regex(/^[a-z0-9]{1,10}$/, { error: 'use a file extension such as png, without the dot' });
const webOrigin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text, {
    error: 'use an origin such as "https://www.example.org", without path or final slash',
  });
const calendarDate = z.iso.date({ error: 'use a date such as "2026-12-25"' });
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

const fileName = (types: string[]) =>
  z
    .string()
    .refine((name) => types.some((type) => name.toLowerCase().endsWith(type)) && !name.includes('..'), {
      error: `name a file of this folder that ends in ${types.join(' or ')}`,
    });

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const topic = z.strictObject({
  id: identifier,
  name: localised,
  team: z.string().min(1).max(100).optional(),
  /** Working hours until the first reply, where a topic has its own. */
  replyWithinHours: replyHours.optional(),
});

/** A question the form asks beside those it always asks. */
const field = z
  .strictObject({
    id: identifier,
    label: localised,
    hint: localised.optional(),
    kind: z.enum(['text', 'lines', 'number', 'date', 'select', 'checkbox']).default('text'),
    options: z
      .array(z.strictObject({ id: identifier, name: localised }))
      .max(100)
      .default([]),
    required: z.boolean().default(false),
    /** Topics it belongs to; asked with every topic when there are none. */
    topics: z.array(identifier).default([]),
  })
  .refine(({ kind, options }) => (kind === 'select') === options.length > 0, {
    path: ['options'],
    error: 'a field of kind "select" has options, and no other kind has',
  });

/** Words that mean trouble, and what they change. */
const urgentRule = z.strictObject({
  /** Compared without case and accents, in the singular and plural; `*` at the end stands for any ending. */
  words: z.array(z.string().trim().min(2).max(80)).min(1),
  priority: z.enum(['high', 'urgent']).default('high'),
  team: z.string().min(1).max(100).optional(),
  replyWithinHours: replyHours.optional(),
});

const attachmentRules = z.strictObject({
  types: z
    .array(fileExtension)
    .default(['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf', 'txt', 'log', 'csv', 'json', 'har', 'zip']),
  /** 0 takes none. */
  maxFiles: z.int().min(0).max(20).default(5),
  maxFileMb: z.number().positive().max(50).default(10),
  maxTotalMb: z.number().positive().max(50).default(25),
});

/** What the owner's model may take: time, calls, money. */
const answerRules = z
  .strictObject({
    firstWordSeconds: z.number().positive().max(120).default(2),
    totalSeconds: z.number().positive().max(300).default(15),
    /** Calls in a day: of one reader, and of all together. */
    perReader: z.int().min(1).max(10_000).default(20),
    perDay: z.int().min(0).max(1_000_000).default(1_000),
    atOnce: z.int().min(1).max(100).default(4),
    /** Price of a million tokens; without one, calls and tokens are counted and no cost. */
    price: z
      .strictObject({
        input: z.number().min(0),
        output: z.number().min(0),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, { error: 'use a code such as EUR' })
          .default('EUR'),
      })
      .optional(),
  })
  .prefault({});

const siteSchema = z.strictObject({
  name: z.string().min(1).max(80).default('Guichet'),
  description: localised.default({}),
  locales: z.array(localeCode).min(1).optional(),
  defaultLocale: localeCode.optional(),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'use an IANA time zone such as Europe/Paris' })
    .default('UTC'),
  products: z.array(z.strictObject({ id: identifier, name: localised })).default([]),
  topics: z.array(topic).default([]),
  fields: z.array(field).max(50).default([]),
  urgent: z.array(urgentRule).default([]),
  attachments: attachmentRules.prefault({}),
  officeHours: z
    .strictObject({
      days: z.array(weekday).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
      from: clockTime.default('09:00'),
      to: clockTime.default('18:00'),
      holidays: z.array(calendarDate).default([]),
      replyWithinHours: replyHours.default(8),
    })
    .prefault({}),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, { error: 'use a colour such as "#1f5fa8"' })
        .optional(),
      /** Files of the owner's folder. */
      logo: fileName(['.svg', '.png', '.webp', '.jpg']).optional(),
      favicon: fileName(['.svg', '.png', '.ico']).optional(),
      fonts: z
        .strictObject({ title: fileName(['.woff2']).optional(), text: fileName(['.woff2']).optional() })
        .prefault({}),
    })
    .prefault({}),
  /** Other sites whose pages may show the widget. */
  widget: z.strictObject({ origins: z.array(webOrigin).max(100).default([]) }).prefault({}),
  /** Where a file is edited; `{file}` stands for its path in the articles folder. */
  editUrl: z
    .url({ protocol: /^https?$/, error: 'use an address such as https://git.example.org/help/edit/{file}' })
    .refine((address) => /(\{file\}|%7Bfile%7D)/i.test(address), {
      error: 'say where the path goes with {file}',
    })
    .optional(),
  /** Whether articles say who changed them last, as git knows. */
  showAuthors: z.boolean().default(false),
  suggestions: z
    .strictObject({
      threshold: z.number().min(0).max(1).nullable().default(null),
      /** Share of drafts that are shown nothing, to measure what suggestions change. */
      holdOut: z.number().min(0).max(0.5).default(0),
    })
    .prefault({}),
  /** Rates that rest on fewer observations are not shown. */
  figures: z.strictObject({ minimumSample: z.int().min(1).max(1000).default(20) }).prefault({}),
  gaps: z
    .strictObject({
      minutesPerTicket: z.number().positive().max(1000).default(15),
      sendTo: z.array(z.email()).default([]),
    })
    .prefault({}),
  answers: answerRules,
  /** What programs may do by the Model Context Protocol, besides reading. */
  agents: z.strictObject({ createTickets: z.boolean().default(false) }).prefault({}),
  contactEmail: z.email().optional(),
});

const checkedSite = siteSchema.superRefine(({ fields, topics }, context) => {
  for (const [index, { id, topics: ofField }] of fields.entries()) {
    const path = ['fields', index];
    if (fields.findIndex((other) => other.id === id) !== index) {
      context.addIssue({ code: 'custom', path: [...path, 'id'], message: `"${id}" is used twice` });
    }
    const unknown = ofField.find((topicId) => !topics.some((known) => known.id === topicId));
    if (unknown !== undefined) {
      const message = `there is no topic "${unknown}"`;
      context.addIssue({ code: 'custom', path: [...path, 'topics'], message });
    }
  }
});

/** What the owner declares in `site.yaml`; every key has a default. */
export type Site = z.infer<typeof siteSchema>;

/** Hours in which the team answers, and how soon: `site.yaml`'s `officeHours`. */
export type OfficeHours = Site['officeHours'];

/** Bounds on the owner's model: `site.yaml`'s `answers`. */
export type AnswerRules = Site['answers'];

/** A field of the form: `site.yaml`'s `fields`. */
export type SiteField = Site['fields'][number];

/** Thrown when `site.yaml` cannot be used; the message lists every mistake. */
export class SiteError extends Error {
  override name = 'SiteError';
}

/**
 * Reads `site.yaml` from the owner's folder. A folder without one gets the defaults.
 *
 * @throws SiteError naming each wrong key and what it should be.
 */
export function readSite(contentFolder: string): Site {
  const file = join(contentFolder, 'site.yaml');
  const source = readIfPresent(file);
  if (source === undefined) return checkedSite.parse({});
  const document = parseDocument(source);
  const [syntaxError] = document.errors;
  if (syntaxError) throw new SiteError(`${file} is not valid YAML: ${syntaxError.message}`);
  const parsed = checkedSite.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new SiteError(`${file} has mistakes:\n${z.prettifyError(parsed.error)}`);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}

/** The name in the wanted language, else in English, else in any language there is. */
export function nameIn(locale: string, names: Record<string, string>): string {
  return names[locale] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
