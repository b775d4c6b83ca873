import { z } from 'zod';
import { askMessages, type AnswerPurpose } from './ask-messages.ts';
import { jsonOf, modelLines } from './model-lines.ts';
import { ModelUnavailable, type Model, type ModelUsage } from './model.ts';
import type { Passage } from './passage.ts';
import { quoteStands } from './quote-stands.ts';
import { sentenceStands } from './sentence-stands.ts';
import { isOrder } from './without-orders.ts';

/** A sentence of an answer and the verbatim quote it stands on. */
export interface AnswerSentence {
  sentence: string;
  /** Number of the passage it cites. */
  passage: number;
  quote: string;
}

/** Why no sentence, or no further one, could be shown; the passages are still there to read. */
export type AnswerRefusal = 'nothing-relevant' | 'no-verified-quote' | 'model-unavailable';

/** What an answer gives, in order: one `sentence` each, then `done` or `refused`. */
export type AnswerStep =
  | ({ kind: 'sentence' } & AnswerSentence)
  | { kind: 'done'; sentences: number; dropped: number }
  | { kind: 'refused'; reason: AnswerRefusal; dropped: number };

/** What is asked, of which passages. */
export interface AnswerTask {
  question: string;
  passages: Passage[];
  purpose?: AnswerPurpose;
}

/** A longer answer is no longer one. */
const maxSentences = 8;

const replyLine = z.union([
  z.object({ refused: z.literal(true) }),
  z.object({
    sentence: z.string().trim().min(1).max(1_000),
    passage: z.number().int(),
    quote: z.string().max(2_000),
  }),
]);

/**
 * Asks the model and lets through only sentences whose quote is in the passage they cite, and which say what it says.
 *
 * Each sentence is given as soon as its line is complete and verified.
 */
export async function* answerQuestion(
  { question, passages, purpose }: AnswerTask,
  model: Model,
  signal: AbortSignal,
  noteUsage?: (usage: ModelUsage) => void,
): AsyncGenerator<AnswerStep> {
  let sentences = 0;
  let dropped = 0;
  try {
    const reply = model.reply(askMessages(question, passages, purpose), signal, noteUsage);
    for await (const line of modelLines(reply)) {
      const read = replyLine.safeParse(jsonOf(line)).data;
      if (read && 'refused' in read) {
        if (sentences > 0) break;
        yield { kind: 'refused', reason: 'nothing-relevant', dropped };
        return;
      }
      if (read && isVerified(read, passages)) {
        sentences += 1;
        yield { kind: 'sentence', ...read };
        if (sentences === maxSentences) break;
      } else {
        dropped += 1;
      }
    }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error;
    yield { kind: 'refused', reason: 'model-unavailable', dropped };
    return;
  }
  yield sentences > 0
    ? { kind: 'done', sentences, dropped }
    : { kind: 'refused', reason: 'no-verified-quote', dropped };
}

function isVerified({ sentence, passage, quote }: AnswerSentence, passages: Passage[]): boolean {
  const cited = passages.find(({ number }) => number === passage);
  if (!cited || isOrder(sentence) || isOrder(quote)) return false;
  return quoteStands(quote, cited.text) && sentenceStands(sentence, quote, cited);
}
