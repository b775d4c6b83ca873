import type { DraftAnswer, WrittenDraft } from './suggestion-session.ts';

/**
 * Asks `/api/suggest` what may answer a draft; `origin` is the portal's, when the page is not its own.
 *
 * @throws when the server answers with an error or with something else than suggestions.
 */
export async function askSuggestions(
  draft: WrittenDraft & { locale: string; draftId?: string },
  signal: AbortSignal,
  origin = '',
): Promise<DraftAnswer> {
  const response = await fetch(`${origin}/api/suggest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...draft, automated: navigator.webdriver || undefined }),
    signal,
  });
  const answer = (await response.json()) as Partial<DraftAnswer>;
  if (!Array.isArray(answer.suggestions)) throw new Error(`/api/suggest answered ${response.status}`);
  return { draftId: answer.draftId ?? '', suggestions: answer.suggestions };
}
