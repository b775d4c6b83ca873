import { sql } from 'kysely';
import type { Store } from '../../store/open-store.ts';
import { eventsOf, shareOf } from './events-of.ts';
import type { Period } from './period.ts';

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
  /** Most searched first. */
  rows: QueryFigures[];
}

/** One query, whatever its capitals. */
export interface QueryFigures {
  query: string;
  searches: number;
  zeroResults: number;
  /** Searches with a click: several clicks of one reader on a day count once. */
  clicked: number;
  clickThroughRate: number | null;
  /** Mean place of the hits that were clicked, 1 for the first; null without clicks. */
  meanPosition: number | null;
}

/** Counts searches and clicks by query. */
export async function searchReport(store: Store, period: Period): Promise<SearchReport> {
  const queries = new Map<string, Counted>();
  const counted = (query: string | null): Counted => {
    const written = (query ?? '').replace(/\s+/g, ' ').trim().toLocaleLowerCase();
    const known = queries.get(written) ?? {
      searches: 0,
      zeroResults: 0,
      clicked: 0,
      clicks: 0,
      positions: 0,
    };
    queries.set(written, known);
    return known;
  };
  for (const { query, searches, zeroResults } of await searchesByQuery(store, period)) {
    const known = counted(query);
    known.searches += searches;
    known.zeroResults += Number(zeroResults);
  }
  for (const { query, clicks, readers, positions } of await clicksByQuery(store, period)) {
    const known = counted(query);
    known.clicks += clicks;
    known.clicked += readers;
    known.positions += Number(positions);
  }
  const rows = [...queries]
    .map(([query, figures]) => toRow(query, figures))
    .filter((row) => row.searches > 0);
  rows.sort((a, b) => b.searches - a.searches || (a.query < b.query ? -1 : 1));
  return { ...totalsOf(rows), rows };
}

interface Counted {
  searches: number;
  zeroResults: number;
  clicked: number;
  clicks: number;
  positions: number;
}

function toRow(query: string, { searches, zeroResults, clicked, clicks, positions }: Counted): QueryFigures {
  const once = Math.min(clicked, searches);
  return {
    query,
    searches,
    zeroResults,
    clicked: once,
    clickThroughRate: shareOf(once, searches),
    meanPosition: shareOf(positions, clicks),
  };
}

function totalsOf(rows: QueryFigures[]): Omit<SearchReport, 'rows'> {
  const sum = (of: (row: QueryFigures) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const searches = sum((row) => row.searches);
  const zeroResults = sum((row) => row.zeroResults);
  const clicked = sum((row) => row.clicked);
  return {
    searches,
    zeroResults,
    zeroResultRate: shareOf(zeroResults, searches),
    clicked,
    clickThroughRate: shareOf(clicked, searches),
  };
}

function searchesByQuery(store: Store, period: Period) {
  return eventsOf(store, period, ['searched'])
    .select('query')
    .select((eb) => [
      eb.fn.countAll<number>().as('searches'),
      sql<number>`sum(case when "position" = 0 then 1 else 0 end)`.as('zeroResults'),
    ])
    .groupBy('query')
    .execute();
}

function clicksByQuery(store: Store, period: Period) {
  return eventsOf(store, period, ['clicked'])
    .select('query')
    .select((eb) => [
      eb.fn.countAll<number>().as('clicks'),
      eb.fn.count<number>('visitor').distinct().as('readers'),
      sql<number>`coalesce(sum("position"), 0)`.as('positions'),
    ])
    .where('query', 'is not', null)
    .groupBy('query')
    .execute();
}
