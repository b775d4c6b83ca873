import { openRemoteIndex } from '../../search/remote-index.ts';
import type { IndexManifest } from '../../search/index-manifest.ts';
import type { Found, SearchPlace } from './found.ts';

/** Answers a query from the static index, unless `signal` says first that another followed. */
export type BrowserSearch = (query: string, signal: AbortSignal) => Promise<Found>;

/**
 * Searches the static index, fetching only the parts a query needs. Loaded when the server does not answer.
 *
 * @throws when the host has no static index for the locale.
 */
export async function openBrowserSearch({
  locale,
  product,
  origin = '',
}: SearchPlace): Promise<BrowserSearch> {
  const manifest = await get(`${origin}/search/${locale}.json`);
  const index = openRemoteIndex((await manifest.json()) as IndexManifest, async (name) => {
    const part = await get(`${origin}/search/parts/${name}`);
    return new Uint8Array(await part.arrayBuffer());
  });
  return async (query, signal) => {
    const options = { limit: 6, typing: true, ...(product && { product }) };
    const { hits, total, didYouMean } = await index.search(query, options, signal);
    return { hits, total, didYouMean, from: 'browser' };
  };
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}
