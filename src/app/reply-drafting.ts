import { answerQuestion, type AnswerRefusal, type AnswerSentence } from '../answers/answer-question.ts';
import type { Model } from '../answers/model.ts';
import { scrub } from '../privacy/scrub.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { findMaterial, type MaterialParts, type Source } from './answer-sources.ts';
import type { ModelAccount, SpentBudget } from './model-account.ts';

/** A reply an agent may start from: every sentence with the quote it stands on. */
export interface ReplyDraft {
  sentences: AnswerSentence[];
  sources: Source[];
  /** Why there is no sentence, or no further one. */
  refused?: AnswerRefusal | SpentBudget;
}

/** Drafts a reply to a ticket; what is sent to the model holds no address, number or name of its sender. */
export type DraftReply = (
  ticket: Pick<Ticket, 'subject' | 'description' | 'locale' | 'name'>,
  signal: AbortSignal,
) => Promise<ReplyDraft>;

/** What drafting works with. */
export interface ReplyDraftingParts extends MaterialParts {
  model: Model;
  account: ModelAccount;
}

const maxTicketChars = 4_000;

/** Joins retrieval and model for the desk, with the verification readers get. */
export function createReplyDrafting(parts: ReplyDraftingParts): DraftReply {
  const { model, account } = parts;
  return async ({ subject, description, locale, name }, signal) => {
    const written = withoutName(scrub(`${subject}\n${description}`), name).slice(0, maxTicketChars);
    const { sources, passages } = await findMaterial(parts, { locale, question: written });
    const draft: ReplyDraft = { sentences: [], sources };
    if (passages.length === 0) return { ...draft, refused: 'nothing-relevant' };
    const spent = await account.take();
    if (spent) return { ...draft, refused: spent };
    const task = { question: written, passages, purpose: 'reply' as const };
    const noteUsage = account.noteCall.bind(account);
    for await (const step of answerQuestion(task, model, signal, noteUsage)) {
      if (step.kind === 'sentence') draft.sentences.push(step);
      if (step.kind === 'refused') draft.refused = step.reason;
    }
    account.note({
      [draft.sentences.length > 0 ? 'replies.drafted' : `replies.${draft.refused ?? 'empty'}`]: 1,
    });
    return draft;
  };
}

function withoutName(text: string, name: string | undefined): string {
  const parts = (name ?? '').split(/\s+/).filter((part) => part.length > 2);
  return parts.reduce((rest, part) => rest.replaceAll(part, '…'), text);
}
