import { analyse } from './analyse.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes plain text safe inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
}

/** Plain text as safe HTML, with the words whose terms are in `texts` inside `<mark>`. */
export function markWords(locale: string, text: string, texts: ReadonlySet<string>): string {
  const spans = analyse(locale, text).filter((term) => texts.has(term.text));
  let html = '';
  let position = 0;
  for (const { start, end } of spans) {
    if (end <= position) continue;
    const from = Math.max(start, position);
    html += `${escapeHtml(text.slice(position, from))}<mark>${escapeHtml(text.slice(from, end))}</mark>`;
    position = end;
  }
  return html + escapeHtml(text.slice(position));
}
