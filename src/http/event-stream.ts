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
  const source: AsyncIterator<StreamEvent, undefined> = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`event: ${value.event}\ndata: ${JSON.stringify(value.data)}\n\n`));
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
