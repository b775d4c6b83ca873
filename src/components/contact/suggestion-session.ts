import type { Suggestion } from '../../search/hit.ts';

/** What the reader has written so far. */
export interface WrittenDraft {
  subject: string;
  description: string;
  product?: string;
  topic?: string;
}

/** What the server answers to a draft. */
export interface DraftAnswer {
  draftId: string;
  suggestions: Suggestion[];
}

/** What a session needs of its form. */
export interface SuggestionSessionOptions {
  /** Asks the server; rejects on failure, and when the signal gives up on it. */
  ask(draft: WrittenDraft & { draftId?: string }, signal: AbortSignal): Promise<DraftAnswer>;
  /** Shows at most three suggestions, or none. */
  show(suggestions: Suggestion[], draftId: string): void;
  later(action: () => void, delayMs: number): () => void;
  /** Draft this page already worked on. */
  draftId?: string | undefined;
}

/** The writing of one request, and the suggestions that follow it. */
export interface SuggestionSession {
  /** The draft now reads like this. */
  wrote(draft: WrittenDraft): void;
  /** This article is not what the reader looks for; it is not shown again. */
  reject(articleId: string): void;
  /** No more suggestions: the reader has found, or sends. */
  stop(): void;
}

/** Pause in writing before the server is asked. */
export const writingPauseMs = 400;

/** How long an answer may take before it is given up. */
export const budgetMs = 3000;

const minChars = 8;
const maxFailures = 2;

/**
 * Asks for suggestions while a request is written: one question at a time; an answer to a text that has changed since is
 * dropped; after two failures in a row the session is silent for good. It never holds the form back.
 */
export function createSuggestionSession(options: SuggestionSessionOptions): SuggestionSession {
  const rejected = new Set<string>();
  let { draftId } = options;
  let [wanted, asked, failures] = ['', '', 0];
  let draft: WrittenDraft = { subject: '', description: '' };
  let [isAsking, isStopped] = [false, false];
  let cancelPause = (): void => undefined;

  const ask = async (): Promise<void> => {
    if (isAsking || isStopped || wanted === asked) return;
    isAsking = true;
    asked = wanted;
    const answer = await askWithin(options, { ...draft, ...(draftId && { draftId }) });
    isAsking = false;
    failures = answer ? 0 : failures + 1;
    if (failures >= maxFailures) isStopped = true;
    if (answer) draftId = answer.draftId;
    if (isStopped) return;
    if (asked !== wanted) await ask();
    else if (answer) show(answer);
  };

  const show = (answer: DraftAnswer): void => {
    const offered = answer.suggestions.filter(({ articleId }) => !rejected.has(articleId));
    options.show(offered.slice(0, 3), answer.draftId);
  };

  return {
    wrote(next) {
      if (isStopped) return;
      draft = next;
      cancelPause();
      if ((draft.subject + draft.description).trim().length < minChars) return;
      cancelPause = options.later(() => {
        wanted = JSON.stringify(draft);
        void ask();
      }, writingPauseMs);
    },
    reject(articleId) {
      rejected.add(articleId);
    },
    stop() {
      isStopped = true;
      cancelPause();
    },
  };
}

async function askWithin(
  options: SuggestionSessionOptions,
  draft: WrittenDraft & { draftId?: string },
): Promise<DraftAnswer | undefined> {
  const giveUp = new AbortController();
  const cancel = options.later(() => giveUp.abort(), budgetMs);
  return options
    .ask(draft, giveUp.signal)
    .catch(() => undefined)
    .finally(cancel);
}
