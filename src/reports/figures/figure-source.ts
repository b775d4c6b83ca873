import { countOpenDays, lastClosedDay } from '../../events/closed-days.ts';
import { every, type DayFigures } from '../../events/day-figures.ts';
import type { Store } from '../../store/open-store.ts';
import type { Period } from './period.ts';

/** What the figures of the desk are made from: the counts of closed days, in the store, and those of the open days as they stand now. */
export interface FigureSource {
  store: Store;
  /** `YYYY-MM-DD`; rows of later days in the store are not complete. Empty when no day is closed. */
  closedDay: string;
  open: DayFigures;
}

/** Reads what happened on the days that are still open. For one page: its figures then agree with one another. */
export async function openFigures(store: Store, timeZone: string): Promise<FigureSource> {
  const closedDay = await lastClosedDay(store);
  return { store, closedDay: closedDay ?? '', open: await countOpenDays(store, closedDay, timeZone) };
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

/** Adds up the named figures of rows that have the same key. */
export function addUp<Name extends string, Row extends Record<Name, number>>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  names: readonly Name[],
): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum: Record<Name, number> | undefined = sums.get(key);
    if (!sum) sums.set(key, { ...row });
    else for (const name of names) sum[name] += row[name];
  }
  return [...sums.values()];
}
