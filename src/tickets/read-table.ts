import { parse } from 'csv-parse/sync';
import type { ImportRecord } from './import-tickets.ts';
import type { TextLine } from './split-lines.ts';

/** A cell over more lines than this is taken for a quote that was never closed. */
const maxRecordLines = 2000;

/**
 * Reads a table with a line of names: commas, semicolons or tabs, quoted cells over several lines. A parser of the whole text would stop at
 * a broken quote, so each row is parsed by itself: a broken one is reported, and reading goes on at the line after its first.
 */
export async function* readTable(lines: AsyncIterable<TextLine>): AsyncGenerator<ImportRecord> {
  let names: string[] | undefined;
  let delimiter = ',';
  let waiting: TextLine[] = [];
  /** Rows that are complete among the waiting lines; at the end of the file, all that can still be read. */
  function* readWaiting(isEnd: boolean): Generator<ImportRecord> {
    while (waiting.length > 0) {
      const [first = { line: 0, text: '' }] = waiting;
      const length = rowLength(waiting);
      if (length === undefined && !isEnd && waiting.length <= maxRecordLines) return;
      const row = parseRow(waiting.slice(0, length ?? 1), delimiter);
      waiting = waiting.slice(row ? (length ?? 1) : 1);
      if (!row)
        yield { line: first.line, reason: 'has a quote that is not closed, or text after a closed one' };
      else if (!names) names = row;
      else if (row.some((cell) => cell !== '')) yield { line: first.line, value: nameCells(names, row) };
    }
  }
  for await (const line of lines) {
    if (!names && waiting.length === 0) delimiter = delimiterOf(line.text);
    if (line.text.trim() === '' && waiting.length === 0) continue;
    waiting.push(line);
    yield* readWaiting(false);
  }
  yield* readWaiting(true);
}

/** How many lines make the first row: up to where its quotes are even. */
function rowLength(lines: TextLine[]): number | undefined {
  let quotes = 0;
  for (const [index, { text }] of lines.entries()) {
    quotes += text.split('"').length - 1;
    if (quotes % 2 === 0) return index + 1;
  }
  return undefined;
}

function parseRow(lines: TextLine[], delimiter: string): string[] | undefined {
  try {
    const text = lines.map((line) => line.text).join('\n');
    const [row] = parse(text, { delimiter, relax_quotes: true, trim: true });
    return row;
  } catch {
    return undefined;
  }
}

/** Cells by column name; a name that occurs several times holds a list. */
function nameCells(names: string[], cells: string[]): Record<string, string | string[]> {
  const groups = Map.groupBy(names.entries(), ([, name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, columns]) => {
      const values = columns.map(([index]) => cells[index] ?? '');
      const [only = ''] = values;
      return [name, values.length > 1 ? values.filter(Boolean) : only];
    }),
  );
}

function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
