import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isForeignOrigin } from './request-origin.ts';
import { refusalBody, refusalStatus, type Refusal } from './refusal.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { allowPreflight, isPreflight, shareWithListed } from './shared-addresses.ts';

/** Longest address that is answered, in characters. */
const maxAddressChars = 8_192;
/** Room for an address that is too long to be read whole, so that it gets 414 and not 431. */
const maxHeaderBytes = 65_536;
const headersTimeoutMs = 20_000;
const requestTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;

/** A step that answers a request, or passes it on. */
export type RequestStep = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What stands behind the server. */
export interface SiteServerOptions {
  /** Tried in order until one answers. */
  steps: RequestStep[];
  /** Public origin when it is configured, such as `https://help.example.org`. */
  siteUrl: string | undefined;
  /** Origins of other sites whose pages may use the widget's addresses. */
  sharedOrigins: readonly string[];
  /** Called with a surprise; gives the id under which it is logged. */
  reportFailure: (error: unknown, doing: string) => string;
}

/** The server of the portal: bounds on requests, security headers, then the steps, then 404. */
export function createSiteServer(options: SiteServerOptions): Server {
  const server = createServer(
    { maxHeaderSize: maxHeaderBytes, headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs },
    (request, response) => {
      setSecurityHeaders(response, options.siteUrl);
      const isShared = shareWithListed(request, response, options.sharedOrigins);
      if (isShared && isPreflight(request)) return allowPreflight(response);
      const refusal = refusalOf(request, options.siteUrl, isShared);
      if (refusal) return sendRefusal(response, refusal);
      runSteps(options, request, response);
    },
  );
  server.on('clientError', answerClientError);
  return server;
}

function refusalOf(
  request: IncomingMessage,
  siteUrl: string | undefined,
  isShared: boolean,
): Refusal | undefined {
  if ((request.url ?? '').length > maxAddressChars) {
    const message = `The address is too long: at most ${maxAddressChars} characters are read. Send a long text with POST.`;
    return { code: 'address-too-long', message };
  }
  if (!isShared && isForeignOrigin(request, siteUrl)) {
    return {
      code: 'forbidden',
      message: 'This request comes from a page of another site, which may not send it.',
    };
  }
  return undefined;
}

function runSteps(options: SiteServerOptions, request: IncomingMessage, response: ServerResponse): void {
  const run = (position: number): void => {
    const step = options.steps[position];
    if (!step) {
      return sendRefusal(response, { code: 'not-found', message: 'There is nothing at this address.' });
    }
    try {
      step(request, response, () => run(position + 1));
    } catch (error) {
      const id = options.reportFailure(error, `${request.method} request`);
      const message = `Something went wrong on this side; it is logged as ${id}.`;
      sendRefusal(response, { code: 'internal', message });
    }
  };
  run(0);
}

/** Sends a refusal in the error shape, unless an answer has begun. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(refusalStatus(refusal.code), { 'content-type': 'application/json; charset=utf-8' });
  response.end(refusalBody(refusal));
}

/** Node's parser gives up before a request exists: the answer is written to the socket by hand. */
function answerClientError(error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const refusal = parserRefusal(error);
  const body = refusalBody(refusal);
  socket.end(
    [
      `HTTP/1.1 ${refusalStatus(refusal.code)} Refused`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function parserRefusal(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): Refusal {
  if (error.code !== 'HPE_HEADER_OVERFLOW') {
    return { code: 'invalid', message: 'This is not an HTTP request that can be read.' };
  }
  const firstLineEnd = error.rawPacket?.indexOf('\r\n') ?? 0;
  return firstLineEnd === -1 || firstLineEnd > maxAddressChars
    ? {
        code: 'address-too-long',
        message: `The address is too long: at most ${maxAddressChars} characters are read.`,
      }
    : {
        code: 'headers-too-large',
        message: `The headers are too large: at most ${maxHeaderBytes} bytes are read.`,
      };
}

/**
 * Starts listening.
 *
 * @throws Error saying what to do when the port is in use or may not be opened.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenMistake(error, port, host))),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Why a port cannot be opened, and what to do about it. */
export function listenMistake(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose a port above 1023: PORT=4321 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is not an address of this machine. Leave HOST empty to listen on every address.`;
    default:
      return `The server cannot listen on ${host}:${port}: ${error.message}`;
  }
}

/** Takes no new request, lets those under way finish (10 s at most), then resolves. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), stopTimeoutMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}
