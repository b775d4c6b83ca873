import type { Suggestion } from '../../search/hit.ts';

/** What the reader has written so far. */
export interface WrittenDraft {
  subject: string;
  description: string;
  product?: string;
  topic?: string;
}

/** A suggestion with what tells a reader whether to trust it. */
export interface OfferedSuggestion extends Suggestion {
  /** Day its article was last changed, as the reader's language writes it. */
  updatedText?: string;
  /** How many requests its article has solved. */
  solvedTickets?: number;
}

/** What the server answers to a draft. */
export interface DraftAnswer {
  draftId: string;
  suggestions: OfferedSuggestion[];
}

/** What a session needs of its form. */
export interface SuggestionSessionOptions {
  /** Asks the server; rejects on failure, and when the signal gives up on it. */
  ask(draft: WrittenDraft & { draftId?: string }, signal: AbortSignal): Promise<DraftAnswer>;
  /** Shows at most three suggestions, or none. */
  show(suggestions: OfferedSuggestion[], draftId: string): void;
  later(action: () => void, delayMs: number): () => void;
  /** Draft this page already worked on. */
  draftId?: string | undefined;
}

/** Pause in writing before the server is asked. */
export const writingPauseMs = 400;

/** How long an answer may take before it is given up. */
export const budgetMs = 3000;

const minChars = 8;
const maxFailures = 2;
const maxShown = 3;

/**
 * The writing of one request: asks for suggestions, one question at a time; an answer to a text that has changed since is
 * dropped; after two failures in a row it is silent for good. It never holds the form back.
 */
export class SuggestionSession {
  readonly #options: SuggestionSessionOptions;
  readonly #rejected = new Set<string>();
  #draftId: string | undefined;
  #draft: WrittenDraft = { subject: '', description: '' };
  /** The draft to ask about and the draft last asked about, as JSON. */
  #wanted = '';
  #asked = '';
  #failures = 0;
  #isAsking = false;
  #isStopped = false;
  #cancelPause = (): void => undefined;

  constructor(options: SuggestionSessionOptions) {
    this.#options = options;
    this.#draftId = options.draftId;
  }

  /** The draft now reads like this. */
  wrote(draft: WrittenDraft): void {
    if (this.#isStopped) return;
    this.#draft = draft;
    this.#cancelPause();
    if ((draft.subject + draft.description).trim().length < minChars) return;
    this.#cancelPause = this.#options.later(() => {
      this.#wanted = JSON.stringify(draft);
      void this.#ask();
    }, writingPauseMs);
  }

  /** This article is not what the reader looks for; it is not shown again. */
  reject(articleId: string): void {
    this.#rejected.add(articleId);
  }

  /** No more suggestions: the reader has found, or sends. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelPause();
  }

  /** Suggestions again: the reader writes on. What was rejected stays away. */
  resume(): void {
    this.#isStopped = false;
    this.#failures = 0;
    this.#asked = '';
  }

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isStopped || this.#wanted === this.#asked) return;
    this.#isAsking = true;
    this.#asked = this.#wanted = JSON.stringify(this.#draft);
    const answer = await askWithin(this.#options, {
      ...this.#draft,
      ...(this.#draftId && { draftId: this.#draftId }),
    });
    this.#isAsking = false;
    this.#take(answer);
    if (this.#isStopped) return;
    if (this.#asked !== this.#wanted) await this.#ask();
    // Written on since: the pause has yet to pass, and going back to the same words asks again.
    else if (this.#asked !== JSON.stringify(this.#draft)) this.#asked = '';
    else if (answer) this.#show(answer);
  }

  #take(answer: DraftAnswer | undefined): void {
    this.#failures = answer ? 0 : this.#failures + 1;
    if (this.#failures >= maxFailures) this.#isStopped = true;
    if (answer) this.#draftId = answer.draftId;
  }

  #show({ suggestions, draftId }: DraftAnswer): void {
    const offered = suggestions.filter(({ articleId }) => !this.#rejected.has(articleId));
    this.#options.show(offered.slice(0, maxShown), draftId);
  }
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
