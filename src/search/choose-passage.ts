import { wordFinder } from './find-words.ts';
import type { WordFinder } from './find-words.ts';
import type { Piece } from './html-to-pieces.ts';
import { escapeHtml, markWords, textsToMark } from './mark-words.ts';
import type { QueryUnit } from './query-unit.ts';

/** A sentence, a step or a line: what passages are put together from. */
interface Line {
  kind: Piece['kind'];
  text: string;
  /** Number of the piece it comes from. */
  piece: number;
  /** Number of the step in its list, from 1. */
  step: number;
}

const maxPassageChars = 600;
const maxLines = 3;
const maxSteps = 5;
const maxLineChars = 400;
const maxScannedChars = 1000;
/** What a line gains by standing early: sections begin with what they are about. */
const earlyGain = 0.15;

function sentencesOf(locale: string, text: string): string[] {
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)];
  return segments.map(({ segment }) => segment.trim()).filter(Boolean);
}

function linesOf(locale: string, pieces: Piece[]): Line[] {
  let step = 0;
  return pieces.flatMap(({ kind, text }, piece) => {
    step = kind === 'step' ? step + 1 : kind === 'text' ? 0 : step;
    const texts = kind === 'text' ? sentencesOf(locale, text) : [text];
    return texts.map((line) => ({ kind, text: line, piece, step }));
  });
}

/** Information of the query's words in a line: word -> idf. */
function informationIn(line: Line, find: WordFinder): Map<QueryUnit, number> {
  const found = find(line.text.slice(0, maxScannedChars));
  return new Map(found.map(({ unit }) => [unit, unit.idf * unit.weight]));
}

interface Window {
  start: number;
  end: number;
}

function growWindow(lines: Line[], start: number): number {
  const first = lines[start];
  let chars = first?.text.length ?? 0;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    const isStep = line?.kind === 'step' || line?.kind === 'item';
    chars += line?.text.length ?? 0;
    if (chars > maxPassageChars || end - start >= (isStep ? maxSteps : maxLines)) break;
  }
  return end;
}

/** The run of lines that holds most of what the query asks for. */
function bestWindow(lines: Line[], units: QueryUnit[], find: WordFinder): Window {
  const found = lines.map((line) => informationIn(line, find));
  const total = Math.max(
    units.reduce((sum, unit) => sum + unit.idf * unit.weight, 0),
    1e-9,
  );
  let best: Window = { start: 0, end: growWindow(lines, 0) };
  let bestGain = -1;
  lines.forEach((_, start) => {
    const end = growWindow(lines, start);
    const covered = new Map<QueryUnit, number>();
    for (let at = start; at < end; at++) {
      const closeness = 1 - 0.1 * (at - start);
      for (const [unit, information] of found[at] ?? []) {
        covered.set(unit, Math.max(covered.get(unit) ?? 0, information * closeness));
      }
    }
    const gain =
      [...covered.values()].reduce((sum, value) => sum + value, 0) / total + earlyGain / (1 + start);
    if (gain > bestGain) {
      bestGain = gain;
      best = { start, end };
    }
  });
  return best;
}

function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.lastIndexOf(' ', maxChars - 1);
  return `${text.slice(0, cut > maxChars / 2 ? cut : maxChars - 1)}…`;
}

interface Group {
  kind: Piece['kind'];
  lines: Line[];
}

function groupLines(lines: Line[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.lines.at(-1);
    const together = last?.kind === line.kind && (line.kind !== 'text' || before?.piece === line.piece);
    if (last && together) last.lines.push(line);
    else groups.push({ kind: line.kind, lines: [line] });
  }
  return groups;
}

function groupHtml({ kind, lines }: Group, mark: (text: string) => string): string {
  const texts = lines.map((line) => shorten(line.text, maxLineChars));
  const items = texts.map((text) => `<li>${mark(text)}</li>`).join('');
  const first = lines[0]?.step ?? 1;
  if (kind === 'step') return first > 1 ? `<ol start="${first}">${items}</ol>` : `<ol>${items}</ol>`;
  if (kind === 'item') return `<ul>${items}</ul>`;
  if (kind === 'code') return `<pre><code>${escapeHtml(texts.join('\n'))}</code></pre>`;
  if (kind === 'row') return texts.map((text) => `<p>${mark(text)}</p>`).join('');
  return `<p>${mark(texts.join(' '))}</p>`;
}

/** The two or three sentences, or the steps, of a section that answer; safe HTML with matched words marked. */
export function choosePassage(locale: string, pieces: Piece[], units: QueryUnit[]): string {
  const lines = linesOf(locale, pieces);
  const { start, end } = bestWindow(lines, units, wordFinder(locale, units));
  const texts = textsToMark(units);
  return groupLines(lines.slice(start, end))
    .map((group) => groupHtml(group, (text) => markWords(locale, text, texts)))
    .join('');
}
