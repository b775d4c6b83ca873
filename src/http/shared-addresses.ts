import type { IncomingMessage, ServerResponse } from 'node:http';

const sharedAddresses = [
  /^\/api\/(search|suggest|events|tickets)$/,
  /^\/widget(\.js$|\/)/,
  /^\/search\/([^/]+\.json$|parts\/)/,
  /^\/[^/]+\/articles\/./,
];
const preflightSeconds = 7_200;

/** Whether pages of other sites may be let in here: what the widget needs, and nothing of the desk or of a request. */
export function isSharedAddress(pathname: string): boolean {
  return sharedAddresses.some((pattern) => pattern.test(pathname));
}

/**
 * Lets a page of a listed origin read the answer, and says whether it may. `origins` are written as browsers send them,
 * such as `https://www.example.org`. Cookies stay out of it: nothing here allows credentials.
 */
export function shareWithListed(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const pathname = (request.url ?? '').split('?')[0] ?? '';
  if (origins.length === 0 || !isSharedAddress(pathname)) return false;
  response.appendHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'retry-after');
  return true;
}

/** Whether a request is a browser asking, on behalf of a page, if it may send another. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** Answers a browser that asks for a page of a listed origin: methods and headers of the API, for two hours. */
export function allowPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': 'content-type, idempotency-key, proof',
    'access-control-max-age': String(preflightSeconds),
  });
  response.end();
}
