import { z } from 'zod';
import { answerBody, answerQuery, onlyMethods, refuseInvalid } from '../../http/endpoint.ts';
import type { App } from '../../app.ts';
import type { Reader } from '../../events/record-events.ts';

export const prerender = false;

const maxQueryChars = 20_000;
const maxBytes = 128_000;

const searchQuery = z.object({
  q: z.string().max(maxQueryChars),
  locale: z.string().max(10).optional(),
  product: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** Present while the reader is still typing: the last word is a beginning, and the search is not counted. */
  typing: z.literal(['1', '']).optional(),
});

async function searchFor(
  { q, limit, product, typing, ...rest }: z.infer<typeof searchQuery>,
  { app, reader }: { app: App; reader: Reader },
): Promise<Response | object> {
  const locale = rest.locale ?? app.catalog.defaultLocale;
  if (!app.catalog.locales.includes(locale)) return refuseInvalid({ locale: app.localeMistake() });
  const isTyping = typing === '1';
  const result = app.search({ query: q, locale, limit, typing: isTyping, ...(product && { product }) });
  if (!isTyping) await app.recordSearch({ query: q, locale, total: result.total }, reader);
  return { query: q, locale, ...result };
}

export const GET = answerQuery(searchQuery, (input, context) => searchFor(input, context.locals));
export const HEAD = GET;
export const POST = answerBody({ schema: searchQuery, maxBytes }, (input, context) =>
  searchFor(input, context.locals),
);
export const ALL = onlyMethods('GET', 'HEAD', 'POST');
