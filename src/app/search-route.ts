import { z } from 'zod';
import { answerBody, answerQuery, onlyMethods, refuseInvalid } from '../http/endpoint.ts';
import type { App } from '../app.ts';
import type { Reader } from '../events/record-events.ts';

const maxQueryChars = 20_000;
const maxBytes = 128_000;

const searchQuery = z.object({
  q: z.string().max(maxQueryChars),
  locale: z.string().max(10).optional(),
  product: z.string().max(100).optional(),
  category: z.string().max(300).optional(),
  audience: z.string().max(100).optional(),
  /** Words are looked up as they are written: nothing is corrected. */
  exact: z.literal(['1', '']).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** Present while the reader is still typing: the last word is a beginning, and the search is not counted. */
  typing: z.literal(['1', '']).optional(),
});

function searchFor(
  { q, limit, product, category, audience, exact, typing, ...rest }: z.infer<typeof searchQuery>,
  { app, reader }: { app: App; reader: Reader },
): Response | object {
  const locale = rest.locale ?? app.catalog.defaultLocale;
  if (!app.catalog.locales.includes(locale)) return refuseInvalid({ locale: app.localeMistake() });
  const scope = {
    ...(product && { product }),
    ...(category && { category }),
    ...(audience && { audience }),
  };
  const isTyping = typing === '1';
  const result = app.search({ query: q, locale, limit, typing: isTyping, exact: exact === '1', ...scope });
  if (!isTyping) void app.recordSearch({ query: q, locale, total: result.total, product }, reader);
  return { query: q, locale, ...result };
}

const GET = answerQuery(searchQuery, (input, context) => searchFor(input, context.locals));
const POST = answerBody({ schema: searchQuery, maxBytes }, (input, context) =>
  searchFor(input, context.locals),
);

/** `/api/search`. */
export const searchRoute = { GET, HEAD: GET, POST, ALL: onlyMethods('GET', 'HEAD', 'POST') };
