/** One server-sent event: its name, and what is sent with it as JSON. */
export interface StreamEvent {
  event: string;
  data: object;
}

/**
 * Answers with server-sent events, each written when it comes.
 *
 * When the reader leaves, the source is told to stop. Format: HTML Living Standard, section 9.2.
 */
export function eventStream(events: AsyncIterable<StreamEvent>): Response {
  const source = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next();
      if (next.done === true) return controller.close();
      const { event, data } = next.value;
      controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
