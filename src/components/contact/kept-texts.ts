/** The part of the browser's storage that is needed; it may throw when the reader forbids storage. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A short list of texts in the browser's storage. */
export interface KeptList {
  key: string;
  /** How many are kept, the latest. */
  most: number;
  /** For how long each is kept after its last use. */
  lifetimeMs: number;
}

interface KeptEntry {
  text: string;
  /** When it was last used, in milliseconds since 1970. */
  at: number;
}

/** Puts a text at the end of a list, in which it stands once. */
export function keepText(storage: KeptText, list: KeptList, text: string, now: number): void {
  const others = readEntries(storage, list, now).filter((entry) => entry.text !== text);
  const entries = [...others, { text, at: now }].slice(-list.most);
  attempt(() => storage.setItem(list.key, JSON.stringify(entries)));
}

/** The texts of a list, oldest first; none where the browser keeps nothing. */
export function keptTexts(storage: KeptText, list: KeptList, now: number): string[] {
  return readEntries(storage, list, now).map(({ text }) => text);
}

/** Forgets a list. */
export function forgetTexts(storage: KeptText, { key }: KeptList): void {
  attempt(() => storage.removeItem(key));
}

function readEntries(storage: KeptText, { key, lifetimeMs }: KeptList, now: number): KeptEntry[] {
  const kept = attempt(() => JSON.parse(storage.getItem(key) ?? '[]') as unknown);
  if (!Array.isArray(kept)) return [];
  return kept.filter(isEntry).filter(({ at }) => now - at < lifetimeMs);
}

function isEntry(value: unknown): value is KeptEntry {
  return typeof value === 'object' && value !== null && 'text' in value && 'at' in value;
}

/** Storage that is full or forbidden is as good as empty. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
