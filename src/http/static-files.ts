import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { isSharedAddress } from './shared-addresses.ts';
import type { RequestStep } from './site-server.ts';

/** Types whose character set a browser would otherwise guess. */
const textTypes: Record<string, string> = {
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.js': 'text/javascript',
};

const hashedFolders = ['/_astro/', '/media/', '/search/parts/', '/styles/'];
/** The panel of the widget is named after its content, too; `latest` beside it is not. */
const hashedPanel = /^\/widget\/[^/]+-[\w-]{8,}\.js$/;
/** Other sites name the widget by this one address, so browsers come back for it soon. */
const widgetCacheSeconds = 300;

/**
 * Serves the built files, as their precompressed copies where the browser takes them. With `isShared`, answers that
 * pages of other sites may read say so to caches.
 */
export function staticFiles(folder: string, isShared: boolean): RequestStep {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      response.setHeader('cache-control', cacheRule(pathname));
      const type = textTypes[extname(pathname)];
      if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
      if (isShared && isSharedAddress(pathname)) response.appendHeader('vary', 'Origin');
      if (pathname.startsWith('/widget')) {
        // A page that isolates itself loads from elsewhere only what says that it may be loaded.
        response.setHeader('cross-origin-resource-policy', 'cross-origin');
      }
    },
  });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    serve(request, response, next);
  };
}

/** Hashed names never change their content; pages are asked for again each time, answered by 304 when unchanged. */
function cacheRule(pathname: string): string {
  if (pathname === '/widget.js') return `public, max-age=${widgetCacheSeconds}`;
  return hashedPanel.test(pathname) || hashedFolders.some((folder) => pathname.startsWith(folder))
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}

/** Answers what nothing else did: the portal's 404 page for a browser, the error shape for `/api`. */
export function notFoundPage(folder: string): RequestStep {
  const file = join(folder, '404.html');
  const page = existsSync(file) ? readFileSync(file) : undefined;
  return (request, response, next) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!page || !isPage || request.url?.startsWith('/api/')) return next();
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : page);
  };
}
