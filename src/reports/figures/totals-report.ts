import type { DailyTotalRow } from '../../store/figure-rows.ts';
import { closedPart, totalsScope, within, type FigureSource } from './figure-source.ts';
import type { Period } from './period.ts';

/** What readers did on the days of a period that something happened on, in order. */
export async function totalsByDay(source: FigureSource, period: Period): Promise<DailyTotalRow[]> {
  const { fromDay, closedTo } = closedPart(source, period);
  const { locale, product } = totalsScope(period);
  const closed = await source.store.database
    .selectFrom('dailyTotals')
    .selectAll()
    .where('day', '>=', fromDay)
    .where('day', '<=', closedTo)
    .where('locale', '=', locale)
    .where('product', '=', product)
    .orderBy('day')
    .execute();
  const open = within(source.open.totals, { ...period, locale, product });
  return [...closed, ...open.toSorted((one, other) => (one.day < other.day ? -1 : 1))];
}

/** What readers did in a period, in all. */
export type ReaderTotals = Omit<DailyTotalRow, 'day' | 'locale' | 'product'>;

/** The totals of days, added up: a reader who came on two days counts twice, since nobody is followed. */
export function totalsOf(days: readonly DailyTotalRow[]): ReaderTotals {
  const sum = (name: keyof ReaderTotals): number => days.reduce((all, day) => all + day[name], 0);
  return {
    views: sum('views'),
    readers: sum('readers'),
    votes: sum('votes'),
    helpful: sum('helpful'),
    effortAnswers: sum('effortAnswers'),
    effortPoints: sum('effortPoints'),
    searches: sum('searches'),
    zeroResults: sum('zeroResults'),
    clicked: sum('clicked'),
    rephrased: sum('rephrased'),
  };
}
