import { lastClosedDay } from '../../events/closed-days.ts';
import { every, type DayFigures } from '../../events/day-figures.ts';
import { createCountOpenDays } from '../../events/open-days.ts';
import type { Store } from '../../store/open-store.ts';
import type { Period } from './period.ts';

/** What the figures of the desk are made from: the counts of closed days, in the store, and those of the open days as they stand now. */
export interface FigureSource {
  store: Store;
  closed: ClosedDays;
  open: DayFigures;
}

/** The days that are counted for good; the same object until another is closed. */
export interface ClosedDays {
  /** The last of them, `YYYY-MM-DD`; rows of later days in the store are not complete. Empty when no day is closed. */
  lastDay: string;
}

/** Opens the figures for one page, which then agree with one another. */
export type OpenFigures = () => Promise<FigureSource>;

/** Makes the function that opens the figures; it remembers what cannot change from one page to the next. */
export function createOpenFigures(store: Store, timeZone: string): OpenFigures {
  const countOpenDays = createCountOpenDays(store, timeZone);
  let closed: ClosedDays = { lastDay: '' };
  return async () => {
    const lastDay = await lastClosedDay(store);
    if (lastDay !== undefined && lastDay !== closed.lastDay) closed = { lastDay };
    return { store, closed, open: await countOpenDays(lastDay) };
  };
}

const mostScopes = 8;

/**
 * Remembers what was summed over closed days, for the scopes asked for last: it stays what it is until another day is closed, and takes
 * a while when readers are many.
 */
export function keepSums<Sum>(sum: (store: Store, scope: Scope) => Promise<Sum>) {
  const kept = new WeakMap<ClosedDays, Map<string, Promise<Sum>>>();
  return ({ store, closed }: FigureSource, scope: Scope): Promise<Sum> => {
    const scopes = kept.get(closed) ?? new Map<string, Promise<Sum>>();
    kept.set(closed, scopes);
    const key = JSON.stringify(scope);
    const known = scopes.get(key);
    const asked = known ?? sum(store, scope);
    if (!known) asked.catch(() => scopes.delete(key));
    scopes.delete(key);
    scopes.set(key, asked);
    const [oldest] = scopes.keys();
    if (scopes.size > mostScopes && oldest !== undefined) scopes.delete(oldest);
    return asked;
  };
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
export function closedPart({ closed }: FigureSource, { fromDay, toDay, locale, product }: Period): Scope {
  const { lastDay } = closed;
  return { fromDay, closedTo: lastDay < toDay ? lastDay : toDay, locale, product };
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
