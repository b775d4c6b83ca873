import type { Source } from '../../app/answer-sources.ts';
import type { AnswerSentence } from '../../answers/answer-question.ts';
import type { EarlierTurn } from '../../answers/stand-alone.ts';

/** What is asked of `/api/answer`. */
export interface AnswerRequest {
  locale: string;
  question: string;
  articleId?: string;
  earlier?: EarlierTurn[];
}

/** One event of an answer. */
export type AnswerEvent =
  | { event: 'sources'; data: { sources: Source[]; understood?: string } }
  | { event: 'delta'; data: AnswerSentence }
  | { event: 'done'; data: { sentences: number; dropped: number } }
  | { event: 'refused'; data: { reason: string } };

const refused: AnswerEvent = { event: 'refused', data: { reason: 'model-unavailable' } };

/**
 * Asks for an answer and gives its events as they arrive. A server that cannot be reached, or a line that breaks, ends in
 * a refusal; a signal that was aborted ends in nothing more.
 */
export async function* askForAnswer(
  request: AnswerRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  let isComplete = false;
  try {
    const response = await fetch('/api/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok || !response.body) throw new Error(`Answers answered ${response.status}`);
    for await (const event of readEvents(response.body)) {
      isComplete = event.event === 'done' || event.event === 'refused';
      yield event;
    }
  } catch {
    if (signal.aborted) return;
  }
  if (!isComplete && !signal.aborted) yield refused;
}

/** Reads server-sent events: blocks of lines, an empty line after each. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (pending + decoder.decode(value, { stream: true })).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data = '{}'] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (event) yield { event, data: JSON.parse(data) as object } as AnswerEvent;
    }
  }
}
