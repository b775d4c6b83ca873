import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Body of a request to the model. */
export interface ModelRequest {
  messages: { role: string; content: string }[];
  /** What the user message holds, which is JSON. */
  material: {
    question?: string;
    passages?: { number: number; text: string }[];
    followUp?: string;
    conversation?: unknown;
  };
}

/** A server that speaks the protocol over HTTP, for tests. */
export interface ModelServer {
  baseUrl: string;
  /** Bodies of the requests it got. */
  requests: ModelRequest[];
  /** Texts it was asked to embed, one list for each request. */
  embedded: string[][];
  /** Replies differently from now on. */
  replyWith(reply: ModelReply): void;
  close(): Promise<void>;
}

/** Writes the reply to one request. */
export type ModelReply = (response: ServerResponse, request: ModelRequest) => void | Promise<void>;

/** Makes the vector of a text. */
export type Embedding = (text: string) => number[];

/** Streams text as an OpenAI-compatible server does: server-sent events, one chunk each, then `[DONE]`. */
export function streamed(...chunks: string[]): ModelReply {
  return (response) => {
    beginStream(response);
    for (const content of chunks) writeChunk(response, content);
    endStream(response);
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

/** Ends a stream with what it consumed: 100 tokens in, 20 out. */
export function endStream(response: ServerResponse): void {
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  response.write(
    `data: ${JSON.stringify({ id: 'end', object: 'chat.completion.chunk', choices: [], usage })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}

/** Answers an error status in the protocol's shape. */
export function failing(status: number): ModelReply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'refused by the test', type: 'test' } }));
  };
}

/** Answers as a good model does: one sentence for each passage, its own first sentence, quoted. */
export const quoting: ModelReply = (response, { material }) => {
  const lines = (material.passages ?? []).map(({ number, text }) => {
    const quote = firstSentence(text);
    return `${JSON.stringify({ sentence: quote, passage: number, quote })}\n`;
  });
  return streamed(...lines)(response, { messages: [], material });
};

/** The first sentence of a text that is long enough to be quoted. */
export function firstSentence(text: string): string {
  return (
    text
      .split(/(?<=[.!?:])\s+|\n/)
      .find((sentence) => sentence.length > 20)
      ?.trim() ?? text.trim()
  );
}

/** Starts the server on a free loopback port. */
export async function startModelServer(reply: ModelReply, embedding?: Embedding): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const embedded: string[][] = [];
  let current = reply;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.url?.endsWith('/embeddings') === true) {
        const { input } = JSON.parse(body) as { input: string[] };
        embedded.push(input);
        if (!embedding) return failing(404)(response, { messages: [], material: {} });
        const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embedding(text) }));
        response.writeHead(200, { 'content-type': 'application/json' });
        return response.end(JSON.stringify({ object: 'list', model: 'fake', data }));
      }
      const { messages } = JSON.parse(body) as Pick<ModelRequest, 'messages'>;
      const asked = { messages, material: materialOf(messages) };
      requests.push(asked);
      return current(response, asked);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    embedded,
    replyWith: (other) => (current = other),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function materialOf(messages: ModelRequest['messages']): ModelRequest['material'] {
  try {
    return JSON.parse(messages.at(-1)?.content ?? '{}') as ModelRequest['material'];
  } catch {
    return {};
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}
