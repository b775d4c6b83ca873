import { forgetTexts, keepText, keptTexts, type KeptList, type KeptText } from './kept-texts.ts';

/** How long the browser remembers a draft that was not sent: the window in which a ticket may still follow. */
export const draftWindowMs = 7 * 24 * 3600 * 1000;

/** As many as a ticket may name. */
const drafts: KeptList = { key: 'guichet:drafts', most: 20, lifetimeMs: draftWindowMs };

/** Remembers that this browser worked on a draft. */
export function rememberDraft(storage: KeptText, id: string, now: number): void {
  keepText(storage, drafts, id, now);
}

/** Ids of the drafts of the window, oldest first. */
export function recentDrafts(storage: KeptText, now: number): string[] {
  return keptTexts(storage, drafts, now);
}

/** Forgets them all: a ticket was sent. */
export function forgetDrafts(storage: KeptText): void {
  forgetTexts(storage, drafts);
}
