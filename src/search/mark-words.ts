import { analyse } from './analyse.ts';
import type { QueryUnit } from './query-unit.ts';

/** What may stand inside one word or code. */
const joiner = /^[-‐‑_.:/\\@#'’]$/u;

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

/** Terms to mark for a query; function words only where it holds nothing else. */
export function textsToMark(units: QueryUnit[]): ReadonlySet<string> {
  const content = units.filter((unit) => !unit.isFunctionWord);
  return new Set((content.length > 0 ? content : units).flatMap((unit) => [...unit.texts]));
}

/** Stretches of a text whose terms are in `texts`; those that meet, or have one sign between them, are one. */
function spansOf(locale: string, text: string, texts: ReadonlySet<string>): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end, text: term } of analyse(locale, text)) {
    if (!texts.has(term)) continue;
    const last = spans.at(-1);
    const isNext = last !== undefined && (start <= last.end || joiner.test(text.slice(last.end, start)));
    if (last && isNext) {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
    } else spans.push({ start, end });
  }
  return spans;
}

/** Plain text as safe HTML, with the words whose terms are in `texts` inside `<mark>`. */
export function markWords(locale: string, text: string, texts: ReadonlySet<string>): string {
  let html = '';
  let position = 0;
  for (const { start, end } of spansOf(locale, text, texts)) {
    html += `${escapeHtml(text.slice(position, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    position = end;
  }
  return html + escapeHtml(text.slice(position));
}
