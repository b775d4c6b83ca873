import type { KeptText } from './draft-ids.ts';

/** The browser's storage, or one that keeps nothing where the reader forbids it. */
export function browserStorage(): KeptText {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
