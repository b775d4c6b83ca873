import { createServer, type ServerResponse } from 'node:http';

/** A server that speaks the chat-completions protocol over HTTP, for tests. */
export interface ModelServer {
  baseUrl: string;
  /** Bodies of the requests it got. */
  requests: { messages: { role: string; content: string }[] }[];
  close(): Promise<void>;
}

/** Writes the reply to one request. */
export type ModelReply = (response: ServerResponse) => void | Promise<void>;

/** Streams text as an OpenAI-compatible server does: server-sent events, one chunk each, then `[DONE]`. */
export function streamed(...chunks: string[]): ModelReply {
  return (response) => {
    beginStream(response);
    for (const content of chunks) writeChunk(response, content);
    response.end('data: [DONE]\n\n');
  };
}

/** Begins a stream whose chunks the test writes itself. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** Writes one chunk of a stream. */
export function writeChunk(response: ServerResponse, content: string): void {
  const chunk = { id: 'chunk', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

/** Answers an error status in the protocol's shape. */
export function failing(status: number): ModelReply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'refused by the test', type: 'test' } }));
  };
}

/** Starts the server on a free loopback port. */
export async function startModelServer(reply: ModelReply): Promise<ModelServer> {
  const requests: ModelServer['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      requests.push(JSON.parse(body) as ModelServer['requests'][number]);
      void reply(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
