import type { DailyQueryRow } from '../../store/figure-rows.ts';
import type { Store } from '../../store/open-store.ts';
import { queryKey } from './query-key.ts';
import { closedPart, keepSums, within, type FigureSource, type Scope } from './figure-source.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';
import { totalsByDay, totalsOf } from './totals-report.ts';

/** What readers searched in a period, and whether it led somewhere. */
export interface SearchReport {
  searches: number;
  zeroResults: number;
  /** Searches without a hit of all searches; null without searches. */
  zeroResultRate: number | null;
  /** Searches with a click on a hit. */
  clicked: number;
  /** Searches with a click of all searches; null without searches. */
  clickThroughRate: number | null;
  /** Searches without a click that the same reader put in other words. */
  rephrased: number;
  rephrasedRate: number | null;
  /** Mean place of the hits that were clicked, 1 for the first, and on how many clicks it rests; null without clicks. */
  meanPosition: number | null;
  clicks: number;
  /** Most searched first. */
  rows: QueryFigures[];
}

/** One query in one language, whatever its capitals. */
export interface QueryFigures {
  query: string;
  locale: string;
  searches: number;
  zeroResults: number;
  /** Searches with a click: several clicks from one search count once. */
  clicked: number;
  clickThroughRate: number | null;
  rephrased: number;
  clicks: number;
  /** Sum of the places of the hits that were clicked. */
  positions: number;
  /** Mean place of the hits that were clicked, 1 for the first; null without clicks. */
  meanPosition: number | null;
}

/** Counts searches by query. */
export async function searchReport(source: FigureSource, period: Period): Promise<SearchReport> {
  const rows = await countQueries(source, period);
  const { searches, zeroResults, clicked, rephrased } = totalsOf(await totalsByDay(source, period));
  const clicks = rows.reduce((sum, row) => sum + row.clicks, 0);
  const positions = rows.reduce((sum, row) => sum + row.positions, 0);
  return {
    ...{ searches, zeroResults, clicked, rephrased, clicks },
    zeroResultRate: shareOf(zeroResults, searches),
    clickThroughRate: shareOf(clicked, searches),
    rephrasedRate: shareOf(rephrased, searches),
    meanPosition: shareOf(positions, clicks),
    rows,
  };
}

type QuerySums = Omit<DailyQueryRow, 'day' | 'product'>;

const sums = ['searches', 'zeroResults', 'clicked', 'clicks', 'positions', 'rephrased'] as const;

async function countQueries(source: FigureSource, period: Period): Promise<QueryFigures[]> {
  const queries = new Map(await closedQueries(source, closedPart(source, period)));
  const open = within(source.open.queries, period).map(({ day: _, product: __, ...row }) => row);
  for (const row of open) {
    const key = queryKey(row);
    const known = queries.get(key);
    for (const name of known ? sums : []) row[name] += known?.[name] ?? 0;
    queries.set(key, toFigures(row));
  }
  return [...queries.values()].sort(mostSearchedFirst);
}

const closedQueries = keepSums(async (store, scope) => {
  const rows = await sumQueries(store, scope);
  return new Map(rows.map((row) => [queryKey(row), toFigures(row)]));
});

function sumQueries(store: Store, { fromDay, closedTo, locale, product }: Scope): Promise<QuerySums[]> {
  let rows = store.database
    .selectFrom('dailyQueries')
    .where('day', '>=', fromDay)
    .where('day', '<=', closedTo);
  if (locale !== undefined) rows = rows.where('locale', '=', locale);
  if (product !== undefined) rows = rows.where('product', '=', product);
  return rows
    .select(['query', 'locale'])
    .select((eb) => sums.map((name) => eb.fn.sum<number>(name).as(name)))
    .groupBy(['query', 'locale'])
    .orderBy('searches', 'desc')
    .orderBy('query')
    .execute();
}

function toFigures(sum: QuerySums): QueryFigures {
  return {
    ...sum,
    clickThroughRate: shareOf(sum.clicked, sum.searches),
    meanPosition: shareOf(sum.positions, sum.clicks),
  };
}

function mostSearchedFirst(a: QueryFigures, b: QueryFigures): number {
  return b.searches - a.searches || (a.query < b.query ? -1 : a.query > b.query ? 1 : 0);
}
