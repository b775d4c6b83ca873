import { randomUUID } from 'node:crypto';
import type { Reader } from '../events/record-events.ts';
import { formatDay } from '../messages/format-message.ts';
import { messagesFor } from '../messages/messages.ts';
import type { Suggestion, SuggestResult } from '../search/hit.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { openDraft, recordShown, type DraftInHand, type OpenDraft } from '../tickets/drafts.ts';
import type { ReaderEvents } from './reader-events.ts';
import type { DraftText, Searching } from './searching.ts';

/** A suggestion with what tells a reader whether to trust it. */
export interface OfferedSuggestion extends Suggestion {
  /** Day its article was last changed, `YYYY-MM-DD`. */
  updated?: string;
  /** That day as the reader's language writes it: the first date a page writes by itself costs it a tenth of a second. */
  updatedText?: string;
  /** How many requests its article has solved, 200 at most. */
  solvedTickets: number;
}

/** What the ticket form gets for a draft. */
export interface DraftSuggestions {
  draftId: string;
  confidence: number;
  suggestions: OfferedSuggestion[];
  /** Why there are none; `held-out` when there were, and this draft is shown none on purpose. */
  reason?: SuggestResult['reason'] | 'held-out';
}

/** What suggesting against a draft works with. */
export interface DraftSuggestionsParts {
  store: Store;
  clock: Clock;
  searching: Searching;
  events: ReaderEvents;
  /** Day an article was last changed. */
  updatedOn: (articleId: string) => string | undefined;
  /** How many tickets an article has solved. */
  solvedBy: (articleId: string) => number;
  /** Share of drafts against which nothing is shown, to measure what showing changes. */
  holdOut: number;
  onFailure: (error: unknown) => void;
}

/**
 * Suggests against a draft and remembers, without its text, what was shown.
 *
 * A draft is kept from the first time something is shown against it. A store that fails costs the figures, not the suggestions.
 */
export function createDraftSuggestions({
  store,
  clock,
  searching,
  events,
  updatedOn,
  solvedBy,
  holdOut,
  onFailure,
}: DraftSuggestionsParts) {
  // One transaction, since each waits for the disk, and the cards wait for it.
  const remember = (draft: DraftInHand, shown: string[]): Promise<OpenDraft> =>
    store.database.transaction().execute(async (database) => {
      const open = await openDraft({ database }, draft, clock, holdOut);
      await recordShown({ database }, open.id, shown);
      return open;
    });
  const offer = (suggestion: Suggestion, locale: string): OfferedSuggestion => {
    const { articleId } = suggestion;
    const updated = updatedOn(articleId);
    const date = updated && { updated, updatedText: formatDay(messagesFor(locale).locale, updated) };
    return { ...suggestion, ...date, solvedTickets: solvedBy(articleId) };
  };
  return async (draft: DraftText, draftId: string | undefined, reader: Reader): Promise<DraftSuggestions> => {
    const found = searching.suggest(draft);
    const given = draftId ?? randomUUID();
    const shown = found.suggestions.map(({ articleId }) => articleId);
    const { locale, product, topic } = draft;
    const [articleId] = shown;
    const offered = { ...found, suggestions: found.suggestions.map((one) => offer(one, locale)) };
    if (articleId === undefined || reader.agent !== 'person') return { draftId: given, ...offered };
    const inHand = { draftId: given, locale, product, topic };
    const kept = await remember(inHand, shown).catch((error: unknown) => {
      onFailure(error);
      return { id: given, isHeldOut: false };
    });
    if (kept.isHeldOut) {
      return { draftId: kept.id, confidence: found.confidence, suggestions: [], reason: 'held-out' };
    }
    void events.fromServer({ kind: 'suggested', locale, articleId, product, position: shown.length }, reader);
    return { draftId: kept.id, ...offered };
  };
}
