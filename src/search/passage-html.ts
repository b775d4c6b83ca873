import type { Line } from './passage-lines.ts';
import { escapeHtml } from './mark-words.ts';

/** Plain text as safe HTML with the words of a query marked. */
export type Marker = (text: string) => string;

const maxLineChars = 400;

function shorten(text: string): string {
  if (text.length <= maxLineChars) return text;
  const cut = text.lastIndexOf(' ', maxLineChars - 1);
  return `${text.slice(0, cut > maxLineChars / 2 ? cut : maxLineChars - 1)}…`;
}

function isTable({ kind }: Line): boolean {
  return kind === 'head' || kind === 'row';
}

/** Lines that are shown as one paragraph, list, table or block of code. */
function groupLines(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isSame =
      before !== undefined && (before.kind === line.kind || (isTable(before) && line.kind === 'row'));
    if (last && isSame && (line.kind !== 'text' || before.piece === line.piece)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function tableHtml(lines: Line[], mark: Marker): string {
  const rows = lines.map(({ kind, text }) => {
    const name = kind === 'head' ? 'th' : 'td';
    const cells = text.split(' · ').map((cell) => `<${name}>${mark(shorten(cell))}</${name}>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function groupHtml(lines: Line[], mark: Marker): string {
  const [first] = lines;
  if (!first) return '';
  const texts = lines.map((line) => shorten(line.text));
  const last = lines.at(-1);
  const isCut = last !== undefined && last.place > 0 && last.place < last.outOf;
  const items = [...texts.map((text) => `<li>${mark(text)}</li>`)].join('');
  const rest = isCut ? '<p>…</p>' : '';
  if (first.kind === 'step')
    return `${first.place > 1 ? `<ol start="${first.place}">` : '<ol>'}${items}</ol>${rest}`;
  if (first.kind === 'item') return `<ul>${items}</ul>${rest}`;
  if (first.kind === 'code') return `<pre><code>${escapeHtml(texts.join('\n'))}</code></pre>`;
  if (isTable(first)) return `${tableHtml(lines, mark)}${rest}`;
  return `<p>${mark(texts.join(' '))}</p>`;
}

/** Lines of a section as safe HTML: what belongs together stays so, and a list or table that goes on says so. */
export function linesToHtml(lines: Line[], mark: Marker): string {
  return groupLines(lines)
    .map((group) => groupHtml(group, mark))
    .join('');
}
