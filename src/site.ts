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
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'use a time such as "09:00"' });
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
  topics: z
    .array(z.strictObject({ id: identifier, name: localised, team: z.string().optional() }))
    .default([]),
  officeHours: z
    .strictObject({
      days: z.array(weekday).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
      from: clockTime.default('09:00'),
      to: clockTime.default('18:00'),
      holidays: z.array(calendarDate).default([]),
      replyWithinHours: z.number().positive().max(1000).default(8),
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
  suggestions: z.strictObject({ threshold: z.number().min(0).max(1).nullable().default(null) }).prefault({}),
  gaps: z
    .strictObject({
      minutesPerTicket: z.number().positive().max(1000).default(15),
      sendTo: z.array(z.email()).default([]),
    })
    .prefault({}),
  contactEmail: z.email().optional(),
});

/** What the owner declares in `site.yaml`; every key has a default. */
export type Site = z.infer<typeof siteSchema>;

/** Hours in which the team answers, and how soon: `site.yaml`'s `officeHours`. */
export type OfficeHours = Site['officeHours'];

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
  if (source === undefined) return siteSchema.parse({});
  const document = parseDocument(source);
  const [syntaxError] = document.errors;
  if (syntaxError) throw new SiteError(`${file} is not valid YAML: ${syntaxError.message}`);
  const parsed = siteSchema.safeParse(document.toJS() ?? {});
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
