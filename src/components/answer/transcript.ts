/** What was asked and answered on the portal, on its way to the ticket form in the same tab. */
const key = 'guichet:transcript';

/** Keeps a transcript for the form; a browser that keeps nothing loses it. */
export function keepTranscript(text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Storage that is full or forbidden is as good as empty.
  }
}

/** The transcript that was kept, which is then forgotten. */
export function takeTranscript(): string {
  try {
    const text = sessionStorage.getItem(key) ?? '';
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return '';
  }
}
