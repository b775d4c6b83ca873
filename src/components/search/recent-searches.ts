/** The part of the browser's storage that is used. */
export type SearchMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'guichet:searches';
const maxKept = 5;

/** What this browser searched last, the newest first. It never leaves the browser. */
export function recentSearches(memory: SearchMemory): string[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, maxKept) : [];
  } catch {
    return [];
  }
}

/** Puts a search at the head of the list. */
export function rememberSearch(memory: SearchMemory, query: string): void {
  const others = recentSearches(memory).filter((other) => other.toLowerCase() !== query.toLowerCase());
  try {
    memory.setItem(key, JSON.stringify([query, ...others].slice(0, maxKept)));
  } catch {
    // A browser that keeps nothing still searches.
  }
}

/** Empties the list. */
export function forgetSearches(memory: SearchMemory): void {
  try {
    memory.removeItem(key);
  } catch {
    // There is nothing to forget.
  }
}
