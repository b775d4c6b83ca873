import { forgetTexts, keepText, keptTexts, type KeptList, type KeptText } from './kept-texts.ts';

/** A search longer ago led to something else. */
const searches: KeptList = { key: 'guichet:searched', most: 5, lifetimeMs: 30 * 60_000 };

/** Remembers, in this tab alone, what was searched: a request that follows can say so. */
export function rememberQuery(storage: KeptText, query: string, now: number): void {
  const text = query.trim();
  if (text !== '') keepText(storage, searches, text, now);
}

/** What was searched in this tab in the last half hour, oldest first. */
export function recentQueries(storage: KeptText, now: number): string[] {
  return keptTexts(storage, searches, now);
}

/** Forgets it: the request was sent, or its sender does not want it told. */
export function forgetQueries(storage: KeptText): void {
  forgetTexts(storage, searches);
}
