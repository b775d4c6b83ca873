import type {
  DailyFigureRow,
  DailyQueryArticleRow,
  DailyQueryRow,
  DailyTotalRow,
} from '../store/figure-rows.ts';
import type { EventRow } from '../store/schema.ts';
import { followSearches, type FollowedSearch } from './follow-searches.ts';

/** Stands for every locale, or every product, in the totals of a day. */
export const every = '*';

/** The counts of one day. */
export interface DayFigures {
  figures: DailyFigureRow[];
  totals: DailyTotalRow[];
  queries: DailyQueryRow[];
  queryArticles: DailyQueryArticleRow[];
}

/** Counts the events of one day; the same events give the same counts, in whatever order they come. */
export function countDay(day: string, events: readonly EventRow[]): DayFigures {
  const searches = followSearches(events);
  return {
    figures: countArticles(day, events),
    totals: countTotals(day, events, searches),
    queries: countQueries(day, searches),
    queryArticles: countQueryArticles(day, searches),
  };
}

function countArticles(day: string, events: readonly EventRow[]): DailyFigureRow[] {
  const rows = new Map<string, { row: DailyFigureRow; readers: Set<string> }>();
  for (const { kind, locale, product, articleId, reason, value, visitor } of events) {
    const scope = { kind, locale, product: product ?? '', articleId: articleId ?? '', reason: reason ?? '' };
    const key = JSON.stringify(Object.values(scope));
    const counted = rows.get(key) ?? {
      row: { day, ...scope, count: 0, readers: 0, valueSum: 0 },
      readers: new Set(),
    };
    rows.set(key, counted);
    counted.row.count += 1;
    counted.row.valueSum += value ?? 0;
    if (visitor !== null) counted.readers.add(visitor);
  }
  return [...rows.values()].map(({ row, readers }) => ({ ...row, readers: readers.size }));
}

const noTotals = {
  ...{ views: 0, readers: 0, votes: 0, helpful: 0, effortAnswers: 0, effortPoints: 0 },
  ...{ searches: 0, zeroResults: 0, clicked: 0, rephrased: 0 },
};

type Totals = typeof noTotals;

/** Readers cannot be added up over locales and products, since one reader may use several: each scope is counted by itself. */
function countTotals(
  day: string,
  events: readonly EventRow[],
  searches: readonly FollowedSearch[],
): DailyTotalRow[] {
  const rows = new Map<string, { row: DailyTotalRow; readers: Set<string> }>();
  const add = (of: Pick<EventRow, 'locale' | 'product'>, counts: Partial<Totals>, reader?: string): void => {
    for (const { locale, product } of scopesOf(of)) {
      const key = `${locale} ${product}`;
      const total = rows.get(key) ?? { row: { day, locale, product, ...noTotals }, readers: new Set() };
      rows.set(key, total);
      for (const [name, count] of Object.entries(counts) as [keyof Totals, number][])
        total.row[name] += count;
      if (reader !== undefined) total.readers.add(reader);
    }
  };
  for (const event of events) {
    const { kind, value, visitor } = event;
    if (kind === 'viewed') add(event, { views: 1 }, visitor ?? undefined);
    if (kind === 'voted') add(event, { votes: 1, helpful: value ?? 0 });
    if (kind === 'rated') add(event, { effortAnswers: 1, effortPoints: value ?? 0 });
  }
  for (const { search, isEmpty, clicks, isRephrased } of searches) {
    const outcome = { zeroResults: Number(isEmpty), clicked: Number(clicks.length > 0) };
    add(search, { searches: 1, ...outcome, rephrased: Number(isRephrased) });
  }
  return [...rows.values()].map(({ row, readers }) => ({ ...row, readers: readers.size }));
}

function scopesOf({ locale, product }: Pick<EventRow, 'locale' | 'product'>) {
  const products = product === null ? [every] : [product, every];
  return [locale, every].flatMap((one) => products.map((of) => ({ locale: one, product: of })));
}

function countQueries(day: string, searches: readonly FollowedSearch[]): DailyQueryRow[] {
  const rows = new Map<string, DailyQueryRow>();
  for (const { search, query, isEmpty, clicks, isRephrased } of searches) {
    const scope = { locale: search.locale, product: search.product ?? '', query };
    const key = JSON.stringify(Object.values(scope));
    const none = { searches: 0, zeroResults: 0, clicked: 0, clicks: 0, positions: 0, rephrased: 0 };
    const row = rows.get(key) ?? { day, ...scope, ...none };
    rows.set(key, row);
    row.searches += 1;
    row.zeroResults += Number(isEmpty);
    row.clicked += Number(clicks.length > 0);
    row.clicks += clicks.length;
    for (const { position } of clicks) row.positions += position;
    row.rephrased += Number(isRephrased);
  }
  return [...rows.values()];
}

function countQueryArticles(day: string, searches: readonly FollowedSearch[]): DailyQueryArticleRow[] {
  const rows = new Map<string, DailyQueryArticleRow>();
  for (const { search, query, clicks, foundLater } of searches) {
    const add = (articleId: string, counts: { clicks: number; foundLater: number }): void => {
      const scope = { locale: search.locale, product: search.product ?? '', query, articleId };
      const key = JSON.stringify(Object.values(scope));
      const row = rows.get(key) ?? { day, ...scope, clicks: 0, foundLater: 0 };
      rows.set(key, row);
      row.clicks += counts.clicks;
      row.foundLater += counts.foundLater;
    };
    for (const { articleId } of clicks) add(articleId, { clicks: 1, foundLater: 0 });
    if (foundLater !== undefined) add(foundLater, { clicks: 0, foundLater: 1 });
  }
  return [...rows.values()];
}
