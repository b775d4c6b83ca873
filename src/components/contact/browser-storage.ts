import type { KeptText } from './kept-texts.ts';

/** The browser's storage, or one that keeps nothing where the reader forbids it. */
export function browserStorage(): KeptText {
  return allowed(() => localStorage);
}

/** The storage of this tab alone, which ends with it. */
export function tabStorage(): KeptText {
  return allowed(() => sessionStorage);
}

function allowed(storage: () => KeptText): KeptText {
  try {
    return storage();
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
