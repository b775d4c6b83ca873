import type { Column } from './table.ts';

/**
 * A table as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see the accents).
 *
 * Figures are raw: shares between 0 and 1, an empty field where there is nothing to measure, the sample size in a column of its own.
 */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const head = columns.flatMap((column) => (column.sample ? [column.key, `${column.key}_n`] : [column.key]));
  const lines = rows.map((row) =>
    columns.flatMap((column) => {
      const value = column.value(row);
      return column.sample ? [value, column.sample(row)] : [value];
    }),
  );
  return `\ufeff${[head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** Name of the table an address asks for as CSV, if it does. */
export function csvWanted(url: URL): string | undefined {
  return url.searchParams.get('format') === 'csv' ? (url.searchParams.get('table') ?? '') : undefined;
}

/** A table as a file to download that no cache keeps. */
export function csvResponse<Row>(name: string, columns: Column<Row>[], rows: Row[]): Response {
  return new Response(toCsv(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front: readers choose what they search for. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
