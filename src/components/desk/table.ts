/** What a column holds: it decides alignment, how a value is written, and how it is sorted. */
export type ColumnKind = 'text' | 'number' | 'share' | 'day';

/** One column of a table of the desk, on the page and in its CSV alike. */
export interface Column<Row> {
  /** Name in the address and in the CSV. */
  key: string;
  label: string;
  kind: ColumnKind;
  /** `null` when there is nothing to measure. */
  value: (row: Row) => string | number | null;
  /** How the page writes it, where files have a code. */
  written?: (row: Row) => string;
  /** How many observations a share or mean rests on. */
  sample?: (row: Row) => number;
  /** Not shown on the page while it rests on too few observations; files have it always. */
  isHiddenWhenFew?: boolean;
  href?: (row: Row) => string | undefined;
  /** A second, quieter line, such as an id under a title. */
  note?: (row: Row) => string | undefined;
}

const [fewRows, manyRows] = [50, 2_000];

/** How many rows of a table a page shows: as many as are read, or with `?rows=all` as many as a page can carry; files have them all. */
export function rowsShown({ searchParams }: URL): number {
  return searchParams.get('rows') === 'all' ? manyRows : fewRows;
}

/** Which column a table is sorted by, and which way. */
export interface Sorting {
  key: string;
  descending: boolean;
}

/** Reads `?sort=views` (largest first) or `?sort=views-up` (smallest first). */
export function readSorting<Row>(url: URL, columns: Column<Row>[], preset: Sorting): Sorting {
  const [, key, up] = /^([a-zA-Z]+)(-up)?$/.exec(url.searchParams.get('sort') ?? '') ?? [];
  const column = columns.find((candidate) => candidate.key === key);
  return column ? { key: column.key, descending: up === undefined } : preset;
}

/** The value of `?sort=` that a click on a column's head leads to: the other way if it is sorted by already. */
export function nextSorting<Row>(column: Column<Row>, sorting: Sorting): string {
  const isSorted = column.key === sorting.key;
  const descending = isSorted ? !sorting.descending : column.kind !== 'text';
  return descending ? column.key : `${column.key}-up`;
}

/** The rows in order; those with nothing to measure come last either way. */
export function sortRows<Row>(rows: Row[], columns: Column<Row>[], sorting: Sorting): Row[] {
  const column = columns.find((candidate) => candidate.key === sorting.key);
  if (!column) return rows;
  const direction = sorting.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [first, second] = [column.value(left), column.value(right)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return direction * compare(first, second);
  });
}

// Made once: comparing by `localeCompare` makes one for each of thousands of rows.
const alphabet = new Intl.Collator();

function compare(first: string | number, second: string | number): number {
  return typeof first === 'number' && typeof second === 'number'
    ? first - second
    : alphabet.compare(String(first), String(second));
}
