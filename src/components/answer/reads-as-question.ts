/** From so many words on, a search is a sentence. */
const minWords = 4;

/** Whether what was searched is a question to answer at once, and not a name to look up. */
export function readsAsQuestion(query: string): boolean {
  return query.includes('?') || query.trim().split(/\s+/).length >= minWords;
}
