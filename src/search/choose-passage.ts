import type { AnsweringSection } from './answering-section.ts';
import { wordFinder } from './find-words.ts';
import type { WordFinder } from './find-words.ts';
import { markWords, textsToMark } from './mark-words.ts';
import { linesToHtml } from './passage-html.ts';
import { linesOf } from './passage-lines.ts';
import type { Line } from './passage-lines.ts';
import type { QueryUnit } from './query-unit.ts';

const maxPassageChars = 700;
const maxSentences = 3;
const maxListed = 6;
const maxCauseChars = 300;
const maxCauseSentences = 2;
const maxScannedChars = 1000;
/** What a passage gains by standing early, and by holding numbered steps, beside the share of the query it holds. */
const gains = { early: 0.15, steps: 0.15 } as const;
/** What remains of the worth of words in a line that only points elsewhere. */
const pointerShare = 0.2;

/** Information of the query's words in a line: word -> idf. */
function informationIn(line: Line, find: WordFinder): Map<QueryUnit, number> {
  const found = find(line.text.slice(0, maxScannedChars));
  const share = line.isPointer ? pointerShare : 1;
  return new Map(found.map(({ unit }) => [unit, unit.idf * unit.weight * share]));
}

/** Whether a passage may begin here: not inside a short list or table, nor after the line that introduces one. */
function mayBegin(lines: Line[], at: number): boolean {
  const [line, before] = [lines[at], lines[at - 1]];
  if (!line) return false;
  if (before?.isIntroduction && line.kind !== 'text') return false;
  return line.place <= 1 || line.outOf > maxListed;
}

/** The end of the passage that begins at `start`: as much as fits, without a last line that announces something else. */
function endOf(lines: Line[], start: number): number {
  let [chars, sentences, listed, end] = [0, 0, 0, start];
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || (line.isPointer && end > start)) break;
    chars += line.text.length;
    if (line.place > 0) listed++;
    else sentences++;
    const isFull = chars > maxPassageChars || sentences > maxSentences || listed > maxListed;
    if (isFull && end > start) break;
  }
  const isLoose = (line: Line | undefined) => line?.isIntroduction === true || line?.kind === 'head';
  while (end - 1 > start && isLoose(lines[end - 1])) end--;
  return end;
}

/** The run of lines that holds most of what the query asks for. */
function bestRun(lines: Line[], units: QueryUnit[], find: WordFinder): Line[] {
  const found = lines.map((line) => informationIn(line, find));
  const total = Math.max(
    units.reduce((sum, unit) => sum + unit.idf * unit.weight, 0),
    1e-9,
  );
  let best: Line[] = [];
  let bestGain = -1;
  lines.forEach((_, start) => {
    if (!mayBegin(lines, start)) return;
    const end = endOf(lines, start);
    const run = lines.slice(start, end);
    const covered = new Map<QueryUnit, number>();
    for (let at = start; at < end; at++) {
      const closeness = 1 - 0.1 * (at - start);
      for (const [unit, information] of found[at] ?? []) {
        covered.set(unit, Math.max(covered.get(unit) ?? 0, information * closeness));
      }
    }
    const gain =
      [...covered.values()].reduce((sum, value) => sum + value, 0) / total +
      gains.early / (1 + start) +
      (run.some(({ kind }) => kind === 'step') ? gains.steps : 0);
    if (gain > bestGain) {
      bestGain = gain;
      best = run;
    }
  });
  return withHead(lines, best);
}

/** Rows out of the middle of a table come with its head. */
function withHead(lines: Line[], run: Line[]): Line[] {
  const [first] = run;
  if (first?.kind !== 'row' || first.place <= 1) return run;
  const head = lines[lines.indexOf(first) - first.place + 1];
  return head?.kind === 'head' ? [head, ...run] : run;
}

/** The first sentence or two of what explains the cause. */
function beginningOf(lines: Line[]): Line[] {
  const sentences = lines.filter(({ kind, isIntroduction }) => kind === 'text' && !isIntroduction);
  const [first, second] = sentences.slice(0, maxCauseSentences);
  const isBoth = first && second && first.text.length + second.text.length <= maxCauseChars;
  return isBoth ? [first, second] : first ? [first] : [];
}

/**
 * What of a section answers: two or three sentences, or its steps, after the cause where it is known; safe HTML with
 * matched words marked.
 */
export function choosePassage(
  locale: string,
  { section, cause }: AnsweringSection,
  units: QueryUnit[],
): string {
  const texts = textsToMark(units);
  const mark = (text: string) => markWords(locale, text, texts);
  const find = wordFinder(locale, units);
  const reason = cause ? linesToHtml(beginningOf(linesOf(locale, cause.pieces)), mark) : '';
  return reason + linesToHtml(bestRun(linesOf(locale, section.pieces), units, find), mark);
}
