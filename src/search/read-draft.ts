import { kindOfLine } from './draft-lines.ts';

/** The parts of a draft that say what is wrong, without what surrounds them. */
export interface ReadDraft {
  subject: string;
  /** Lines the reader wrote, cleaned and cut to a length that does not grow with the draft. */
  message: string;
  /** Lines of a pasted log or trace that name the error. */
  errors: string;
}

const maxMessageChars = 2500;
const maxErrorLines = 4;
const maxErrorChars = 300;
const maxLineChars = 1500;
const maxJudgedChars = 200;
/** After a signature or the head of a quoted mail the reader seldom goes on, if so much was written before. */
const minCharsBeforeEnd = 40;
/** Fewer letters than this, and what was quoted or forwarded is all there is to go by. */
const minOwnChars = 25;
const errorWord =
  /(?:\b|[a-z])(?:error|erreur|exception|fatal|fatale|failed|failure|échec|échoué|denied|refusé|refused|impossible|cannot|can't|unable|not found|introuvable|timeout|timed out|critical|rejected|invalid|invalide|0x[0-9a-f]{4,}|[45]\d\d[ -]\d)/i;
/** A farewell in the middle of the last line, with the name after it. */
const farewell =
  /[.!?,]\s+(?:(?:bien )?cordialement|cdt|cdlt|bien à vous|(?:best |kind )?regards|cheers)\b.{0,80}$/i;
const quoteMark = /^\s*[>|]+\s?/;

interface SortedLines {
  written: string[];
  log: string[];
}

function sortLines(lines: string[], isWhole: boolean): SortedLines {
  const sorted: SortedLines = { written: [], log: [] };
  let chars = 0;
  for (const [at, line] of lines.entries()) {
    const kind = kindOfLine(line.slice(0, maxJudgedChars), lines[at + 1]?.slice(0, maxJudgedChars));
    if (kind === 'end' && chars >= minCharsBeforeEnd && !isWhole) break;
    if (kind === 'log') sorted.log.push(line.slice(0, maxErrorChars));
    if (kind === 'written' && chars < maxMessageChars) {
      sorted.written.push(line.slice(0, maxLineChars));
      chars += line.trim().length;
    }
  }
  return sorted;
}

/** Lines that name the error, each once whatever numbers are in it; without any, the first line of the log. */
function errorLines(log: string[]): string[] {
  const byShape = new Map<string, string>();
  for (const line of log) {
    const shape = line.replace(/\d+/g, '0').trim();
    if (errorWord.test(line) && !byShape.has(shape)) byShape.set(shape, line);
  }
  const telling = [...byShape.values()];
  return (telling.length > 0 ? telling : log.slice(0, 1)).slice(0, maxErrorLines);
}

function charsIn(lines: string[]): number {
  return lines.join('').trim().length;
}

/**
 * Reads a draft as a person would: greeting, signature, disclaimer and quoted mail are skipped, and of a pasted log only
 * the lines that name the error count. A message that is nothing but a forwarded mail is read for what was forwarded.
 * The cost is bounded: what comes back has a largest length.
 */
export function readDraft(draft: { subject: string; description: string }): ReadDraft {
  const lines = draft.description.split(/\r?\n/);
  const own = sortLines(lines, false);
  const isForwarded = charsIn(own.written) < minOwnChars && own.log.length === 0;
  const sorted = isForwarded
    ? sortLines(
        lines.map((line) => line.replace(quoteMark, '')),
        true,
      )
    : own;
  const message = sorted.written.join('\n').trimEnd().replace(farewell, '.');
  return {
    subject: draft.subject.slice(0, maxErrorChars),
    message: message.slice(0, maxMessageChars),
    errors: errorLines(sorted.log).join('\n'),
  };
}
