/** One server-sent event: its name, and what is sent with it as JSON. */
export interface StreamEvent {
  event: string;
  data: object;
}

/**
 * Answers with server-sent events, each written when it comes.
 *
 * The signal given to the source is aborted when the reader leaves, so that work under way ends at once. Format: HTML
 * Living Standard, section 9.2.
 */
export function eventStream(events: (signal: AbortSignal) => AsyncIterable<StreamEvent>): Response {
  const left = new AbortController();
  const source = events(left.signal)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next();
      if (left.signal.aborted) return;
      if (next.done === true) return controller.close();
      const { event, data } = next.value;
      controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    },
    async cancel() {
      left.abort();
      await source.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies such as nginx would hold the sentences back until the last.
      'x-accel-buffering': 'no',
    },
  });
}
