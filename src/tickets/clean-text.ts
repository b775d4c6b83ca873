/** Makes a text fit for both databases: PostgreSQL takes no NUL character and no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
