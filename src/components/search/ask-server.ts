import type { Found, SearchPlace } from './found.ts';

/**
 * Asks `/api/search` while the reader types: the last word may be unfinished.
 *
 * @throws when the answer is an error or not the API's, as on a static host that answers every address with a page.
 */
export async function askServer(
  { locale, product, origin = '' }: SearchPlace,
  query: string,
  signal: AbortSignal,
): Promise<Found> {
  const parameters = new URLSearchParams({ q: query, locale, limit: '6', typing: '1' });
  if (product) parameters.set('product', product);
  const response = await fetch(`${origin}/api/search?${parameters}`, { signal });
  const found = (await response.json()) as Partial<Found>;
  if (!Array.isArray(found.hits)) throw new Error(`/api/search answered ${response.status}`);
  const { hits, didYouMean } = found;
  return { hits, total: found.total ?? hits.length, didYouMean, from: 'server' };
}
