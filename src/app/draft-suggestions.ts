import { randomUUID } from 'node:crypto';
import type { Reader } from '../events/record-events.ts';
import type { Suggestion, SuggestResult } from '../search/hit.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { openDraft, recordShown } from '../tickets/drafts.ts';
import type { ReaderEvents } from './reader-events.ts';
import type { DraftText, Searching } from './searching.ts';

/** A suggestion with what tells a reader whether to trust it. */
export interface OfferedSuggestion extends Suggestion {
  /** Day its article was last changed, `YYYY-MM-DD`. */
  updated?: string;
  /** How many requests its article has solved, 200 at most. */
  solvedTickets: number;
}

/** What the ticket form gets for a draft. */
export type DraftSuggestions = { draftId: string; suggestions: OfferedSuggestion[] } & Omit<
  SuggestResult,
  'suggestions'
>;

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
  onFailure,
}: DraftSuggestionsParts) {
  const remember = async (draftId: string, shown: string[], locale: string): Promise<string> => {
    const id = await openDraft(store, { draftId, locale }, clock);
    await recordShown(store, id, shown);
    return id;
  };
  const offer = (suggestion: Suggestion): OfferedSuggestion => {
    const { articleId } = suggestion;
    const updated = updatedOn(articleId);
    return { ...suggestion, ...(updated !== undefined && { updated }), solvedTickets: solvedBy(articleId) };
  };
  return async (draft: DraftText, draftId: string | undefined, reader: Reader): Promise<DraftSuggestions> => {
    const found = searching.suggest(draft);
    const result = { ...found, suggestions: found.suggestions.map(offer) };
    const given = draftId ?? randomUUID();
    const shown = result.suggestions.map(({ articleId }) => articleId);
    const { locale } = draft;
    const [articleId] = shown;
    if (articleId === undefined || reader.bot) return { draftId: given, ...result };
    const kept = await remember(given, shown, locale).catch((error: unknown) => {
      onFailure(error);
      return given;
    });
    void events.fromServer({ kind: 'suggested', locale, articleId, position: shown.length }, reader);
    return { draftId: kept, ...result };
  };
}
