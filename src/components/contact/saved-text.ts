import type { KeptText } from './kept-texts.ts';

const key = 'guichet:request';

/** Text older than this is not offered again. */
const lifetimeMs = 7 * 24 * 3600 * 1000;

interface SavedText {
  at: number;
  fields: Record<string, string>;
}

/** Keeps what a reader has written so far, so that a reload loses nothing. An empty form is forgotten. */
export function saveText(storage: KeptText, fields: Record<string, string>, now: number): void {
  const written = Object.entries(fields).filter(([, text]) => text.trim() !== '');
  try {
    if (written.length === 0) storage.removeItem(key);
    else
      storage.setItem(
        key,
        JSON.stringify({ at: now, fields: Object.fromEntries(written) } satisfies SavedText),
      );
  } catch {
    // A browser that keeps nothing still sends requests.
  }
}

/** What was written before, by field; empty when there is nothing, or nothing recent. */
export function savedText(storage: KeptText, now: number): Record<string, string> {
  try {
    const saved = JSON.parse(storage.getItem(key) ?? 'null') as SavedText | null;
    return saved && now - saved.at < lifetimeMs ? saved.fields : {};
  } catch {
    return {};
  }
}

/** Forgets it: the request was sent, or the reader wants a clean sheet. */
export function forgetText(storage: KeptText): void {
  saveText(storage, {}, 0);
}
