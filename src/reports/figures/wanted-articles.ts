import { sql } from 'kysely';
import type { Store } from '../../store/open-store.ts';
import { countedQuery } from '../../events/follow-searches.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import { queryKey, type LocalQuery } from './query-key.ts';
import { closedPart, within, type FigureSource } from './figure-source.ts';
import type { Period } from './period.ts';
import { ticketsIn } from './ticket-report.ts';

/** The article that some words should have found, and how that is known. */
export interface WantedArticle {
  articleId: string;
  /** Readers who opened it after other words, and tickets of people who had searched these words that it solved. */
  evidence: number;
}

const queriesAtOnce = 500;

/** For each of some queries, by `queryKey`, the article that its readers wanted in the end: the one with the most evidence. */
export async function wantedArticles(
  source: FigureSource,
  period: Period,
  queries: readonly LocalQuery[],
): Promise<Map<string, WantedArticle>> {
  const evidence = new Map<string, Map<string, number>>(queries.map((asked) => [queryKey(asked), new Map()]));
  const add = (asked: LocalQuery, articleId: string, count: number): void => {
    const articles = evidence.get(queryKey(asked));
    if (articles && count > 0) articles.set(articleId, (articles.get(articleId) ?? 0) + count);
  };
  for (const row of await foundLater(source, period, queries)) add(row, row.articleId, row.foundLater);
  for (const row of await solvedAfterSearching(source.store, period)) add(row, row.articleId, 1);
  return new Map(
    [...evidence].flatMap(([key, articles]) => {
      const [best] = [...articles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return best ? [[key, { articleId: best[0], evidence: best[1] }] as const] : [];
    }),
  );
}

async function foundLater(source: FigureSource, period: Period, asked: readonly LocalQuery[]) {
  const { fromDay, closedTo, locale, product } = closedPart(source, period);
  const queries = [...new Set(asked.map(({ query }) => query))];
  const wanted = new Set(queries);
  const rows = within(source.open.queryArticles, period)
    .filter(({ query }) => wanted.has(query))
    .map(({ locale: of, query, articleId, foundLater: count }) => ({
      ...{ locale: of, query, articleId },
      foundLater: count,
    }));
  for (let start = 0; start < queries.length; start += queriesAtOnce) {
    let closed = source.store.database
      .selectFrom('dailyQueryArticles')
      .where('day', '>=', fromDay)
      .where('day', '<=', closedTo)
      // Written out, since the databases choose the index of these rows only for a condition that they can read.
      .where('foundLater', '>', sql.lit(0))
      .where('query', 'in', queries.slice(start, start + queriesAtOnce));
    if (locale !== undefined) closed = closed.where('locale', '=', locale);
    if (product !== undefined) closed = closed.where('product', '=', product);
    const found = await closed
      .select(['locale', 'query', 'articleId'])
      .select((eb) => eb.fn.sum<number>('foundLater').as('foundLater'))
      .groupBy(['locale', 'query', 'articleId'])
      .execute();
    rows.push(...found);
  }
  return rows;
}

/** Senders take along what they searched: the article that solved their ticket is what they had searched for. */
async function solvedAfterSearching(store: Store, period: Period) {
  const rows = await ticketsThatFit(store, { ...ticketsIn(period), isSolved: true })
    .select(['locale', 'searched', 'resolution'])
    .where('searched', 'is not', null)
    .execute();
  return rows.flatMap(({ locale, searched, resolution }) =>
    (JSON.parse(searched ?? '[]') as string[]).map((words) => ({
      locale: locale ?? '',
      query: countedQuery(words),
      articleId: resolution ?? '',
    })),
  );
}
