import type { ServerResponse } from 'node:http';

const contentPolicy = [
  "default-src 'self'",
  // Rules of what to prepare are data that stands in the page; they cannot run.
  "script-src 'self' 'inline-speculation-rules'",
  "img-src 'self' data: https:",
  "media-src 'self' https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Headers every answer has, static files included.
 *
 * The policy allows no inline script or style, so a mistake in sanitising cannot run; images of articles may come from
 * any https address.
 */
export function setSecurityHeaders(response: ServerResponse, siteUrl: string | undefined): void {
  response.setHeader('content-security-policy', contentPolicy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (siteUrl?.startsWith('https:')) {
    response.setHeader('strict-transport-security', 'max-age=31536000');
  }
}
