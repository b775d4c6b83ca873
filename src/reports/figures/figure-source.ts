import { lastClosedDay } from '../../events/closed-days.ts';
import { every, type DayFigures } from '../../events/day-figures.ts';
import { createCountOpenDays } from '../../events/open-days.ts';
import type { DailyQueryRow } from '../../store/figure-rows.ts';
import type { Store } from '../../store/open-store.ts';
import type { Period } from './period.ts';

/** What the figures of the desk are made from: the counts of closed days, in the store, and those of the open days as they stand now. */
export interface FigureSource {
  store: Store;
  /** `YYYY-MM-DD`; rows of later days in the store are not complete. Empty when no day is closed. */
  closedDay: string;
  open: DayFigures;
  /** Sums over closed days that were asked for, by scope: they stay what they are until another day is closed. */
  sums: Map<string, Promise<QuerySums[]>>;
}

/** What became of the searches for some words in a locale. */
export type QuerySums = Omit<DailyQueryRow, 'day' | 'product'>;

/** Opens the figures for one page, which then agree with one another. */
export type OpenFigures = () => Promise<FigureSource>;

/** Makes the function that opens the figures; it remembers what cannot change from one page to the next. */
export function createOpenFigures(store: Store, timeZone: string): OpenFigures {
  const countOpenDays = createCountOpenDays(store, timeZone);
  let sums: FigureSource['sums'] = new Map();
  let sumsOf: string | undefined;
  return async () => {
    const closedDay = await lastClosedDay(store);
    if (closedDay !== sumsOf) sums = new Map();
    sumsOf = closedDay;
    return { store, closedDay: closedDay ?? '', open: await countOpenDays(closedDay), sums };
  };
}

/** Reads the figures once. */
export function openFigures(store: Store, timeZone: string): Promise<FigureSource> {
  return createOpenFigures(store, timeZone)();
}

/** Days of a period, and the locale and product it is narrowed to. */
export interface Scope {
  fromDay: string;
  /** The last closed day of the period: what the store knows. */
  closedTo: string;
  locale: string | undefined;
  product: string | undefined;
}

/** The part of a period that is in the store. */
export function closedPart({ closedDay }: FigureSource, { fromDay, toDay, locale, product }: Period): Scope {
  return { fromDay, closedTo: closedDay < toDay ? closedDay : toDay, locale, product };
}

/** The rows of open days that belong to a period, its locale and its product. */
export function within<Row extends { day: string; locale: string; product: string }>(
  rows: readonly Row[],
  { fromDay, toDay, locale, product }: Period,
): Row[] {
  return rows.filter(
    (row) =>
      row.day >= fromDay &&
      row.day <= toDay &&
      (locale === undefined || row.locale === locale) &&
      (product === undefined || row.product === product),
  );
}

/** The locale and product under which the totals of a period stand. */
export function totalsScope({ locale, product }: Period): { locale: string; product: string } {
  return { locale: locale ?? every, product: product ?? every };
}

/** Adds the named figures of rows of open days to those of closed days, of which there is one for each key. */
export function addOpenDays<Name extends string, Row extends Record<Name, number>>(
  closed: readonly Row[],
  open: readonly Row[],
  { keyOf, names }: { keyOf: (row: Row) => string; names: readonly Name[] },
): Row[] {
  const rows = new Map(closed.map((row) => [keyOf(row), row]));
  for (const row of open) {
    const known = rows.get(keyOf(row));
    const sum = { ...row };
    const figures: Record<Name, number> = sum;
    for (const name of names) figures[name] += known?.[name] ?? 0;
    rows.set(keyOf(row), sum);
  }
  return [...rows.values()];
}
