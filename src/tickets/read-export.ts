import type { ImportRecord } from './import-tickets.ts';
import { splitLines } from './split-lines.ts';
import { readTable } from './read-table.ts';

/** Keys under which exports hold their list of tickets. */
const listKeys = ['tickets', 'issues', 'conversations', 'results', 'items', 'data'];

/**
 * Reads the text of an export record by record: JSON lines, one JSON document, or a table (CSV with commas, semicolons or tabs). What it is
 * shows in its first characters. A line that cannot be read is given with the reason, and reading goes on.
 */
export async function* readExport(chunks: AsyncIterable<string>): AsyncGenerator<ImportRecord> {
  const reader = chunks[Symbol.asyncIterator]();
  const start = await readStart(reader);
  const all = continueWith(start, reader);
  const [firstLine = ''] = start.trimStart().split('\n');
  if (!/^[[{]/.test(firstLine)) yield* readTable(splitLines(all));
  else if (isDocument(firstLine.trim())) yield* readDocument(all);
  else yield* readLines(all);
}

/** Reads until the first line that is not empty is complete. */
async function readStart(reader: AsyncIterator<string, unknown>): Promise<string> {
  let start = '';
  for (;;) {
    const next = await reader.next();
    if (next.done) return start;
    start += start === '' ? next.value.replace(/^\ufeff/, '') : next.value;
    if (start.trimStart().includes('\n')) return start;
  }
}

async function* continueWith(start: string, reader: AsyncIterator<string, unknown>): AsyncGenerator<string> {
  yield start;
  for (;;) {
    const next = await reader.next();
    if (next.done) return;
    yield next.value;
  }
}

/** A document begins with a list, or with an object that goes on over several lines. */
function isDocument(firstLine: string): boolean {
  return firstLine.startsWith('[') || /[{[,]$/.test(firstLine);
}

async function* readDocument(chunks: AsyncIterable<string>): AsyncGenerator<ImportRecord> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  yield* spread(1, parseJson(text));
}

async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<ImportRecord> {
  for await (const { line, text } of splitLines(chunks)) {
    if (text.trim() !== '') yield* spread(line, parseJson(text));
  }
}

type Parsed = { value: unknown } | { reason: string };

function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The tickets of a parsed line: itself, or those of the list it holds. */
function* spread(line: number, parsed: Parsed): Generator<ImportRecord> {
  if ('reason' in parsed) yield { line, ...parsed };
  else for (const value of listIn(parsed.value) ?? [parsed.value]) yield { line, value };
}

function listIn(value: unknown): unknown[] | undefined {
  if (isList(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const list = listKeys.map((key) => fields.get(key)).find(isList);
  return list ?? (fields.has('_embedded') ? listIn(fields.get('_embedded')) : undefined);
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
