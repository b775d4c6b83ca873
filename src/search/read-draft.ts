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

const quoted = /^\s*(?:>|\|)/;
const quoteHead =
  /^\s*(?:-{2,}\s*(?:message|original|forwarded|message d'origine|message transféré)|le .{4,60} a écrit\s*:|on .{4,60} wrote\s*:|de\s*:.*@|from\s*:.*@|_{10,})/i;
const signature =
  /^\s*(?:--\s*$|(?:bien )?(?:cordialement|cdt|cdlt|sincèrement|respectueusement|bonne (?:journée|soirée|réception)|salutations|best regards|kind regards|regards|cheers|sincerely|envoyé de(?:puis)? mon|sent from my)\b)/i;
const greeting =
  /^\s*(?:bonjour|bonsoir|salut|hello|hi|hey|dear|coucou|madame|monsieur|good (?:morning|afternoon|evening))\b[^.!?\n]{0,40}[,.!]?\s*$/i;
const logLine =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]|\[?\d{1,2}[/.]\w{2,3}[/.]\d{2,4}|\d\d:\d\d:\d\d|at\s+[\w.$<>/\\]+\s*\(|#\d+\s|File ".*", line \d+|\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE|NOTICE)\b|[\w.-]+:\s*(?:<|\d{1,3}\.)|Received:|[A-Z][\w-]+:\s\S+$|\s*\.\.\. \d+ more)/;
const errorWord =
  /\b(?:error|erreur|exception|fatal|failed|failure|échec|denied|refusé|refused|impossible|cannot|can't|unable|not found|introuvable|timeout|critical|rejected|0x[0-9a-f]{4,}|[45]\d\d[ -]\d)/i;

type LineKind = 'written' | 'log' | 'noise' | 'end';

function kindOf(line: string): LineKind {
  if (quoteHead.test(line) || signature.test(line)) return 'end';
  if (quoted.test(line) || greeting.test(line)) return 'noise';
  return logLine.test(line) ? 'log' : 'written';
}

/** After a signature or the head of a quoted mail the reader seldom goes on; a long message before it is enough. */
const minCharsBeforeEnd = 40;

function sortLines(description: string): { written: string[]; log: string[] } {
  const written: string[] = [];
  const log: string[] = [];
  let chars = 0;
  for (const line of description.split(/\r?\n/)) {
    const kind = kindOf(line.slice(0, 200));
    if (kind === 'end' && chars >= minCharsBeforeEnd) break;
    if (kind === 'log') log.push(line.slice(0, maxErrorChars));
    if (kind === 'written' && chars < maxMessageChars) {
      written.push(line.slice(0, maxLineChars));
      chars += line.length;
    }
  }
  return { written, log };
}

function errorLines(log: string[]): string[] {
  const telling = log.filter((line) => errorWord.test(line));
  const distinct = [...new Set(telling)];
  return (distinct.length > 0 ? distinct : log.slice(0, 1)).slice(0, maxErrorLines);
}

/**
 * Reads a draft as a person would: greeting, signature and quoted mail are skipped, and of a pasted log only the lines
 * that name the error count. The cost is bounded: what comes back has a largest length.
 */
export function readDraft(draft: { subject: string; description: string }): ReadDraft {
  const { written, log } = sortLines(draft.description);
  return {
    subject: draft.subject.slice(0, maxErrorChars),
    message: written.join('\n').slice(0, maxMessageChars),
    errors: errorLines(log).join('\n'),
  };
}
