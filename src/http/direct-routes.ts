import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Endpoint, EndpointContext } from './endpoint.ts';
import type { RequestStep } from './site-server.ts';

/** Endpoints of one address by method; `ALL` answers the others. */
export type Route = Partial<Record<'GET' | 'HEAD' | 'POST', Endpoint>> & { ALL: Endpoint };

type Locals = EndpointContext['locals'];

/** What stands behind the routes. */
export interface DirectRoutesOptions {
  /** By path, such as `/api/search`. */
  routes: Record<string, Route>;
  localsOf: (request: IncomingMessage) => Promise<Locals>;
  /** Called with a surprise. */
  onFailure: (error: unknown, request: IncomingMessage) => void;
}

/**
 * Answers the addresses that are asked while people type before files are looked up and before Astro, whose way from
 * request to endpoint and back costs more than many a search. The endpoints are the same ones that Astro serves in
 * development.
 */
export function directRoutes({ routes, localsOf, onFailure }: DirectRoutesOptions): RequestStep {
  const byPath = new Map(Object.entries(routes));
  return (request, response, next) => {
    const address = request.url ?? '';
    const end = address.indexOf('?');
    const route = byPath.get(end === -1 ? address : address.slice(0, end));
    if (!route) return next();
    const endpoint = route[request.method as 'GET'] ?? route.ALL;
    localsOf(request)
      .then((locals) => endpoint(new DirectContext(request, locals)))
      .then((answer) => send(answer, request, response))
      .catch((error: unknown) => {
        onFailure(error, request);
        next();
      });
  };
}

/** A request in the shape endpoints know, made as far as they look at it. */
class DirectContext implements EndpointContext {
  readonly locals: Locals;
  readonly url: URL;
  private readonly message: IncomingMessage;
  private made: Request | undefined;

  constructor(message: IncomingMessage, locals: Locals) {
    this.message = message;
    this.locals = locals;
    this.url = new URL(`http://localhost${message.url ?? '/'}`);
  }

  get request(): Request {
    return (this.made ??= toRequest(this.message, this.url));
  }
}

function toRequest(message: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const name of ['content-type', 'content-length']) {
    const value = message.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = message.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const half: RequestInit & { duplex: 'half' } = { method, headers, duplex: 'half' };
  return new Request(url, { ...half, body: Readable.toWeb(message) as ReadableStream<Uint8Array> });
}

async function send(answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
