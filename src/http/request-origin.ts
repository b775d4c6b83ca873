import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was sent by a page of another site.
 *
 * Browsers name the page's origin in `Origin`; programs that are not browsers send none and pass. The host is compared
 * without the scheme, which a TLS proxy in front changes.
 */
export function isForeignOrigin(request: IncomingMessage, siteUrl: string | undefined): boolean {
  if (safeMethods.has(request.method ?? 'GET')) return false;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  const own = [request.headers.host, siteUrl && new URL(siteUrl).host];
  return !own.includes(hostOf(origin));
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The part of a request that says where it comes from. */
export interface RequestSource {
  headers: Record<string, string | string[] | undefined>;
  socket: { remoteAddress?: string | undefined };
}

/**
 * Address of the reader's machine, for counting within a day only: never stored.
 *
 * Each trusted proxy appends the address it was asked from, so with `trustedProxies` in front the reader is that many
 * places from the end of X-Forwarded-For; what stands before can be forged.
 */
export function readerAddress(request: RequestSource, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const named = forwarded.map((entry) => entry.trim()).filter(Boolean);
  return named.at(-trustedProxies) ?? direct;
}
