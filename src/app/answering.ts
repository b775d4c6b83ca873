import { answerQuestion, type AnswerStep } from '../answers/answer-question.ts';
import type { Model } from '../answers/model.ts';
import type { Passage } from '../answers/passage.ts';
import type { StreamEvent } from '../http/event-stream.ts';
import type { SuggestResult } from '../search/hit.ts';
import { scrub } from '../privacy/scrub.ts';

/** A question, in a locale of the portal. */
export interface Question {
  locale: string;
  question: string;
}

/**
 * Answers a question from the passages that were found for it: `sources`, a `delta` a verified sentence, then `done` or
 * `refused`. Without a passage the model is not asked.
 */
export async function* answerFrom(
  { question }: Question,
  found: SuggestResult,
  model: Model,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const passages = found.suggestions.map(toPassage);
  yield { event: 'sources', data: { sources: passages.map(({ text: _text, ...source }) => source) } };
  if (passages.length === 0) {
    yield { event: 'refused', data: { reason: 'nothing-relevant' } };
    return;
  }
  for await (const step of answerQuestion(scrub(question), passages, model, signal)) yield toEvent(step);
}

function toEvent({ kind, ...data }: AnswerStep): StreamEvent {
  return { event: kind === 'sentence' ? 'delta' : kind, data };
}

function toPassage(suggestion: SuggestResult['suggestions'][number], position: number): Passage {
  const { articleId, title, url, sectionTitle, passage } = suggestion;
  return { number: position + 1, articleId, title, url, sectionTitle, text: plainText(passage) };
}

/** Text of a passage made by search: its HTML holds only tags and the five entities that escaping makes. */
function plainText(html: string): string {
  return html
    .replace(/<\/(p|li|h\d|tr|pre)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}
