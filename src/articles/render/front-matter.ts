import { LineCounter, parseDocument, isMap, isScalar, type Document } from 'yaml';
import { z } from 'zod';
import type { ArticleState } from '../article.ts';
import { plainLine } from './plain-line.ts';
import type { Remark } from './rendered-article.ts';
import { stripMarkers } from './vendor-markers.ts';

const text = z
  .union([z.string(), z.number(), z.boolean()], { error: 'write one text' })
  .transform((value) => stripMarkers(String(value)).replace(/\s+/g, ' ').trim() || undefined);

/** Titles and summaries are shown as plain text: the marks that writers of other tools put around words go. */
const prose = text.transform((value) => value && plainLine(value));

const words = z
  .union([z.string().transform((list) => list.split(',')), z.array(z.union([z.string(), z.number()]))], {
    error: 'write a list such as [refund, money back]',
  })
  .transform((list) => list.map((word) => String(word).trim()).filter((word) => word !== ''));

const textOrList = z.union([text, words.transform((list) => list.join(', ') || undefined)], {
  error: 'write one text',
});

const date = z
  .string({ error: 'write a date such as 2026-11-22' })
  .transform((value) => isoDate(value))
  .pipe(z.iso.date({ error: 'write a date such as 2026-11-22' }));

const state = z.enum(['draft', 'unvalidated', 'validated', 'archived'], {
  error: 'write draft, unvalidated, validated or archived',
});

/** Addresses: pages the article had before. Those of the portal's own machinery are not given away. */
const redirects = words.pipe(
  z.array(
    z
      .string()
      .regex(
        /^(?!\/?(?:api|admin|media|_astro|styles|search|pictures|mcp|healthz|readyz|metrics|[^/]*\.(?:js|txt|xml|svg))(?:\/|$))[^\s?#:]+$/,
        {
          error: 'write addresses such as /help/refunds, without ? or #',
        },
      ),
  ),
);

const schemas = {
  title: prose,
  description: prose,
  keywords: words,
  key: text,
  product: text,
  audience: textOrList,
  owner: textOrList,
  state,
  order: z.number({ error: 'write a number' }),
  updated: date,
  reviewBy: date,
  closes: words,
  redirects,
};

/** Names other tools give to the date of the last change, the most telling first. */
const foreignDates = ['lastUpdated', 'last_updated', 'lastmod', 'modified', 'ms.date', 'date'];

/** What a writer declares above an article; every key is optional. */
export interface FrontMatter {
  title?: string | undefined;
  description?: string | undefined;
  keywords?: string[] | undefined;
  key?: string | undefined;
  product?: string | undefined;
  audience?: string | undefined;
  owner?: string | undefined;
  state?: ArticleState | undefined;
  order?: number | undefined;
  updated?: string | undefined;
  reviewBy?: string | undefined;
  closes?: string[] | undefined;
  redirects?: string[] | undefined;
}

/**
 * Reads front matter: the YAML between the two `---` lines.
 *
 * A value of the wrong kind is an error and is ignored; unknown keys are one warning, because folders from other
 * tools have many.
 *
 * @returns undefined for `frontMatter` when the YAML itself is broken.
 */
export function readFrontMatter(yaml: string): { frontMatter: FrontMatter | undefined; remarks: Remark[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const [broken] = document.errors;
  if (broken) {
    const [reason = ''] = broken.message.split(/ at line |\n/);
    return refuse(`The front matter is not valid YAML: ${reason}.`, lineOf(broken.pos[0]));
  }
  if (document.contents === null) return { frontMatter: {}, remarks: [] };
  if (!isMap(document.contents)) return refuse('The front matter must be a list of `key: value` lines.', 2);
  const values = plainValues(document);
  if (values === undefined)
    return refuse('The front matter repeats itself through too many YAML aliases.', 2);
  return readValues(values, (key) => lineOf(offsetOf(document, key)));
}

function readValues(values: Record<string, unknown>, lineOf: (key: string) => number) {
  const frontMatter: Record<string, unknown> = {};
  const remarks: Remark[] = [];
  for (const [key, schema] of Object.entries(schemas)) {
    const value = values[key];
    if (value === undefined || value === null || value === '') continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) frontMatter[key] = parsed.data;
    else remarks.push(wrongValue(key, parsed.error, lineOf(key)));
  }
  frontMatter['updated'] ??= foreignDate(values);
  const unknown = Object.keys(values).filter((key) => !(key in schemas) && !foreignDates.includes(key));
  if (unknown[0] !== undefined) remarks.push(unknownKeys(unknown, lineOf(unknown[0])));
  return { frontMatter: frontMatter satisfies FrontMatter, remarks };
}

function foreignDate(values: Record<string, unknown>): string | undefined {
  const found = foreignDates
    .map((key) => values[key])
    .find((value) => typeof value === 'string' && isoDate(value));
  return typeof found === 'string' ? isoDate(found) : undefined;
}

/** `2026-11-22T08:00:00Z` and the American `11/22/2026` as `2026-11-22`; empty when it is neither. */
function isoDate(value: string): string {
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value) ??
    reorder(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value.trim()));
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}

function reorder(american: RegExpExecArray | null): (string | undefined)[] {
  return american === null ? [] : [american[0], american[3], american[1], american[2]];
}

function wrongValue(key: string, error: z.ZodError, line: number): Remark {
  const wanted = error.issues[0]?.message ?? 'write another value';
  return { severity: 'error', line, message: `The value of \`${key}\` is ignored: ${wanted}.` };
}

function unknownKeys(keys: string[], line: number): Remark {
  const known = Object.keys(schemas).join(', ');
  const message = `Unknown front matter is ignored: ${keys.join(', ')}. Known keys: ${known}.`;
  return { severity: 'warning', line, message };
}

function refuse(message: string, line: number): { frontMatter: undefined; remarks: Remark[] } {
  return { frontMatter: undefined, remarks: [{ severity: 'error', line, message }] };
}

function plainValues(document: Document): Record<string, unknown> | undefined {
  try {
    return Object.fromEntries(Object.entries(document.toJS() as object));
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document, key: string): number {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const found = pairs.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key;
  return isScalar(found) ? (found.range?.[0] ?? 0) : 0;
}
