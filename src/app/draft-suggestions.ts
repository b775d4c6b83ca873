import { randomUUID } from 'node:crypto';
import type { Reader } from '../events/record-events.ts';
import type { SuggestResult } from '../search/hit.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { openDraft, recordShown } from '../tickets/drafts.ts';
import type { ReaderEvents } from './reader-events.ts';
import type { DraftText, Searching } from './searching.ts';

/** What the ticket form gets for a draft. */
export type DraftSuggestions = { draftId: string } & SuggestResult;

/** What suggesting against a draft works with. */
export interface DraftSuggestionsParts {
  store: Store;
  clock: Clock;
  searching: Searching;
  events: ReaderEvents;
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
  onFailure,
}: DraftSuggestionsParts) {
  const remember = async (draftId: string, shown: string[], locale: string): Promise<string> => {
    const id = await openDraft(store, { draftId, locale }, clock);
    await recordShown(store, id, shown);
    return id;
  };
  return async (draft: DraftText, draftId: string | undefined, reader: Reader): Promise<DraftSuggestions> => {
    const result = searching.suggest(draft);
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
