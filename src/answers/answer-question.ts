import { z } from 'zod';
import { askMessages } from './ask-messages.ts';
import { ModelUnavailable, type Model } from './model.ts';
import type { Passage } from './passage.ts';
import { quoteStands } from './quote-stands.ts';

/** A sentence of an answer and the verbatim quote it stands on. */
export interface AnswerSentence {
  sentence: string;
  /** Number of the passage it cites. */
  passage: number;
  quote: string;
}

/** Why no sentence could be shown; the passages are still there to read. */
export type AnswerRefusal = 'nothing-relevant' | 'no-verified-quote' | 'model-unavailable';

/** What an answer gives, in order: one `sentence` each, then `done` or `refused`. */
export type AnswerStep =
  | ({ kind: 'sentence' } & AnswerSentence)
  | { kind: 'done'; sentences: number; dropped: number }
  | { kind: 'refused'; reason: AnswerRefusal };

const replyLine = z.union([
  z.object({ refused: z.literal(true) }),
  z.object({
    sentence: z.string().min(1).max(1_000),
    passage: z.number().int(),
    quote: z.string().max(2_000),
  }),
]);

/**
 * Asks the model and lets through only sentences whose quote is in the passage they cite.
 *
 * Each sentence is given as soon as its line is complete and verified.
 */
export async function* answerQuestion(
  question: string,
  passages: Passage[],
  model: Model,
  signal: AbortSignal,
): AsyncGenerator<AnswerStep> {
  let sentences = 0;
  let dropped = 0;
  try {
    for await (const line of lines(model.reply(askMessages(question, passages), signal))) {
      const reply = parseLine(line);
      if (reply && 'refused' in reply) {
        yield { kind: 'refused', reason: 'nothing-relevant' };
        return;
      }
      if (reply && isVerified(reply, passages)) {
        sentences += 1;
        yield { kind: 'sentence', ...reply };
      } else {
        dropped += 1;
      }
    }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error;
    yield { kind: 'refused', reason: 'model-unavailable' };
    return;
  }
  yield sentences > 0
    ? { kind: 'done', sentences, dropped }
    : { kind: 'refused', reason: 'no-verified-quote' };
}

function isVerified(reply: AnswerSentence, passages: Passage[]): boolean {
  const cited = passages.find((passage) => passage.number === reply.passage);
  return cited !== undefined && quoteStands(reply.quote, cited.text);
}

function parseLine(line: string): z.infer<typeof replyLine> | undefined {
  try {
    return replyLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = '';
  for await (const piece of pieces) {
    const parts = (pending + piece).split('\n');
    pending = parts.pop() ?? '';
    yield* parts.map((part) => part.trim()).filter(isContent);
  }
  if (isContent(pending.trim())) yield pending.trim();
}

/** Models like to wrap JSON in a code fence, which carries nothing. */
function isContent(line: string): boolean {
  return line !== '' && !line.startsWith('```');
}
