import type { KeptText } from './draft-ids.ts';

const key = 'guichet:searched';
const maxQueries = 5;
/** A search longer ago led to something else. */
const lifetimeMs = 30 * 60_000;

interface KeptQuery {
  query: string;
  at: number;
}

/** Remembers, in this tab alone, what was searched: a request that follows can say so. */
export function rememberQuery(storage: KeptText, query: string, now: number): void {
  const text = query.trim();
  if (text === '') return;
  const others = readQueries(storage, now).filter((kept) => kept.query !== text);
  attempt(() =>
    storage.setItem(key, JSON.stringify([...others, { query: text, at: now }].slice(-maxQueries))),
  );
}

/** What was searched in this tab in the last half hour, oldest first. */
export function recentQueries(storage: KeptText, now: number): string[] {
  return readQueries(storage, now).map(({ query }) => query);
}

/** Forgets it: the request was sent, or its sender does not want it told. */
export function forgetQueries(storage: KeptText): void {
  attempt(() => storage.removeItem(key));
}

function readQueries(storage: KeptText, now: number): KeptQuery[] {
  const kept = attempt(() => JSON.parse(storage.getItem(key) ?? '[]') as unknown);
  return Array.isArray(kept) ? (kept as KeptQuery[]).filter(({ at }) => now - at < lifetimeMs) : [];
}

/** Storage that is full or forbidden is as good as empty. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
