import type { Store } from '../../store/open-store.ts';
import {
  addOpenDays,
  closedPart,
  within,
  type FigureSource,
  type QuerySums,
  type Scope,
} from './figure-source.ts';
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
  /** Mean place of the hits that were clicked, 1 for the first; null without clicks. */
  meanPosition: number | null;
}

/** Counts searches by query. */
export async function searchReport(source: FigureSource, period: Period): Promise<SearchReport> {
  const counted = await countQueries(source, period);
  const { searches, zeroResults, clicked, rephrased } = totalsOf(await totalsByDay(source, period));
  const clicks = counted.reduce((sum, row) => sum + row.clicks, 0);
  const positions = counted.reduce((sum, row) => sum + row.positions, 0);
  return {
    ...{ searches, zeroResults, clicked, rephrased, clicks },
    zeroResultRate: shareOf(zeroResults, searches),
    clickThroughRate: shareOf(clicked, searches),
    rephrasedRate: shareOf(rephrased, searches),
    meanPosition: shareOf(positions, clicks),
    rows: counted.map(toFigures).sort(mostSearchedFirst),
  };
}

function toFigures({ positions, ...counts }: QuerySums): QueryFigures {
  return {
    ...counts,
    clickThroughRate: shareOf(counts.clicked, counts.searches),
    meanPosition: shareOf(positions, counts.clicks),
  };
}

function mostSearchedFirst(a: QueryFigures, b: QueryFigures): number {
  return b.searches - a.searches || (a.query < b.query ? -1 : a.query > b.query ? 1 : 0);
}

const sums = ['searches', 'zeroResults', 'clicked', 'clicks', 'positions', 'rephrased'] as const;

async function countQueries(source: FigureSource, period: Period): Promise<QuerySums[]> {
  const closed = await closedSums(source, closedPart(source, period));
  const open = within(source.open.queries, period).map(({ day: _, product: __, ...row }) => row);
  return addOpenDays(closed, open, { keyOf: ({ locale, query }) => `${locale} ${query}`, names: sums });
}

const mostScopes = 8;

/** Sums of every search of a long period take a while: those of the scopes asked for last are kept. */
function closedSums({ store, sums: kept }: FigureSource, scope: Scope): Promise<QuerySums[]> {
  const key = JSON.stringify(scope);
  const known = kept.get(key);
  if (known) return known;
  const asked = sumQueries(store, scope);
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostScopes && oldest !== undefined) kept.delete(oldest);
  return asked;
}

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
    .execute();
}
