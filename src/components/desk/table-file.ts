import type { Column } from './table.ts';

/** A table that can be taken along. */
export interface TableFile {
  csv: () => string;
  json: () => string;
}

/** A table as files; only the one that is asked for is written. */
export function tableFile<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): TableFile {
  return { csv: () => toCsv(columns, rows), json: () => toJson(columns, rows) };
}

const mediaTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

/** The table of a page that its address asks for as a file, `?format=csv&table=articles`, for a download that no cache keeps; nothing when it asks for none. */
export function tableDownload(url: URL, tables: Record<string, TableFile | undefined>): Response | undefined {
  const format = url.searchParams.get('format');
  const name = url.searchParams.get('table') ?? '';
  const file = tables[name];
  if (!file || (format !== 'csv' && format !== 'json')) return undefined;
  return new Response(file[format](), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

/**
 * A table as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see the accents).
 *
 * Figures are raw: shares between 0 and 1, an empty field where there is nothing to measure, the sample size in a column of its own.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const head = columns.flatMap((column) => (column.sample ? [column.key, `${column.key}_n`] : [column.key]));
  const lines = rows.map((row) => columns.flatMap((column) => cellsOf(column, row)));
  return `\ufeff${[head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** A table as a JSON list of objects with the same fields as the CSV; null where there is nothing to measure. */
export function toJson<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.flatMap((column): [string, string | number | null][] => {
          const [value = null, sample = null] = cellsOf(column, row);
          return column.sample
            ? [
                [column.key, value],
                [`${column.key}_n`, sample],
              ]
            : [[column.key, value]];
        }),
      ),
    ),
  );
}

function cellsOf<Row>(column: Column<Row>, row: Row): (string | number | null)[] {
  const value = column.value(row);
  return column.sample ? [value, column.sample(row)] : [value];
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front: readers choose what they search for. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
