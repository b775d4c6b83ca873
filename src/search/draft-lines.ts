/** What a line of a draft is: words of the reader, words of a machine, what says nothing, or where the reader stops. */
export type LineKind = 'written' | 'log' | 'noise' | 'end';

const quoted = /^\s*(?:>|\|)/;
const quoteHead = new RegExp(
  [
    String.raw`-{2,}\s*(?:message|original|forwarded|message d['’]origine|message transféré)`,
    String.raw`le .{4,120} a écrit\s*:?\s*$`,
    String.raw`on .{4,120} wrote\s*:?\s*$`,
    String.raw`(?:de|from|von|van)\s*:\s*\S`,
    String.raw`(?:envoyé|sent)\s*:\s*\S`,
    String.raw`_{10,}\s*$`,
    String.raw`(?:début du message (?:réexpédié|transféré)|begin forwarded message)\s*:`,
  ].join('|'),
  'i',
);
/** A head that mail programs break over two lines: "Le 12 mars 2026 à 10:11, Léa <lea@example.org>". */
const quoteHeadBegun = /^\s*(?:le|on)\s.{0,40}\d{4}.{0,80}$/i;
const quoteHeadEnded = /(?:a écrit|wrote)\s*:\s*$/i;
const signature = new RegExp(
  [
    String.raw`--\s*$`,
    String.raw`(?:(?:très |bien )?(?:cordialement|sincèrement|amicalement)|bien à (?:vous|toi)|cdt|cdlt|respectueusement|sincères salutations|salutations)\b`,
    String.raw`bonne (?:journée|soirée|réception|fin de journée)\b`,
    String.raw`(?:best|kind|warm) regards\b|regards\s*,|cheers\s*,|sincerely\b|yours (?:truly|faithfully)`,
    String.raw`(?:envoyé|télécharger|obtenez?|sent|get) (?:de(?:puis)?|à partir de|outlook|from|with)\s+(?:mon|my|outlook|pour|for|ma|un|proton|yahoo|gmail|iphone|android)`,
    String.raw`(?:ce (?:message|courriel|mail|e-mail)|this (?:e-?mail|message))\b.{0,60}(?:confidenti|destin|intended|pièces jointes|attachment)`,
    String.raw`(?:afin de préserver|pensez à) l['’]environnement|please consider the environment`,
  ].join('|'),
  'i',
);
const greeting =
  /^\s*(?:bonjour|bonsoir|salut|hello|hi|hey|dear|coucou|madame|monsieur|chère?s?|good (?:morning|afternoon|evening))\b[^.!?\n]{0,40}[,.!]?\s*$/i;
const logLine = new RegExp(
  [
    String.raw`\[?\d{4}[-/]\d\d[-/]\d\d[T ]`,
    String.raw`\[?\d{1,2}[/.]\w{2,3}[/.]\d{2,4}`,
    String.raw`\[?\w{3} \w{3} \d{1,2} \d\d:\d\d`,
    String.raw`\d\d:\d\d:\d\d`,
    String.raw`at\s+[\w.$<>/\\:@ -]+\s*[(:]`,
    String.raw`at (?:async )?(?:file|node|https?):`,
    String.raw`#\d+\s`,
    String.raw`File ".*", line \d+`,
    String.raw`Traceback \(most recent`,
    String.raw`(?:Caused by|Suppressed|Stack trace)\b`,
    String.raw`npm (?:ERR!|error|warn)`,
    String.raw`\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE|NOTICE|CRITICAL)\b`,
    String.raw`[\w.-]+:\s*(?:<|\d{1,3}\.)`,
    String.raw`Received:`,
    String.raw`[A-Z][\w-]+:\s\S+$`,
    String.raw`\.\.\. \d+ more`,
  ].join('|'),
);
/** Signs that machines write far more often than people, and the share of them that gives a machine away. */
const machineSigns = /[{}<>=/\\|_"#;()[\]*+$%&@~^-]/g;
const machineShare = 0.15;
const minMachineChars = 24;

function startsWith(pattern: RegExp, line: string): boolean {
  return line.trimStart().search(pattern) === 0;
}

function isMachineWritten(line: string): boolean {
  const text = line.trim();
  if (startsWith(logLine, line)) return true;
  if (text.length < minMachineChars) return /^[\][{}()<>,;:"'\s\d.-]+$/.test(text) && text !== '';
  const signs = text.match(machineSigns)?.length ?? 0;
  return signs / text.length >= machineShare;
}

/** Reads one line; `next` is the line below it. */
export function kindOfLine(line: string, next = ''): LineKind {
  if (startsWith(quoteHead, line) || startsWith(signature, line)) return 'end';
  if (quoteHeadBegun.test(line) && quoteHeadEnded.test(next)) return 'end';
  if (quoted.test(line) || greeting.test(line)) return 'noise';
  return isMachineWritten(line) ? 'log' : 'written';
}
