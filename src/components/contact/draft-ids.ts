/** The part of `localStorage` that is needed; it may throw when the browser forbids storage. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface KeptDraft {
  id: string;
  /** When it was last used, in milliseconds since 1970. */
  at: number;
}

const key = 'guichet:drafts';

/** How long the browser remembers a draft that was not sent: the window in which a ticket may still follow. */
export const draftWindowMs = 7 * 24 * 3600 * 1000;

/** Most drafts a ticket may name. */
const maxDrafts = 20;

/** Remembers that this browser worked on a draft. */
export function rememberDraft(storage: KeptText, id: string, now: number): void {
  const others = readDrafts(storage, now).filter((draft) => draft.id !== id);
  write(storage, [...others, { id, at: now }].slice(-maxDrafts));
}

/** Ids of the drafts of the window, oldest first. */
export function recentDrafts(storage: KeptText, now: number): string[] {
  return readDrafts(storage, now).map(({ id }) => id);
}

/** Forgets them all: a ticket was sent. */
export function forgetDrafts(storage: KeptText): void {
  attempt(() => storage.removeItem(key));
}

function readDrafts(storage: KeptText, now: number): KeptDraft[] {
  const kept = attempt(() => JSON.parse(storage.getItem(key) ?? '[]') as unknown);
  if (!Array.isArray(kept)) return [];
  return kept.filter(isKeptDraft).filter(({ at }) => now - at < draftWindowMs);
}

function isKeptDraft(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'at' in value && Number.isFinite(value.at)
  );
}

function write(storage: KeptText, drafts: KeptDraft[]): void {
  attempt(() => storage.setItem(key, JSON.stringify(drafts)));
}

/** Storage that is full or forbidden is as good as empty. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
