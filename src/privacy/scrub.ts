/** Replaces what could identify a person; the rest is left as it was. */
export function scrub(text: string): string {
  return text.replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, ' ');
}
