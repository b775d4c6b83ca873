import { closedPart, keepSums, within, type FigureSource } from './figure-source.ts';
import type { Period } from './period.ts';

/** How often readers did something with an article in a period; `reason` is empty where they gave none. */
export interface ArticleCount {
  articleId: string;
  kind: string;
  reason: string;
  count: number;
  /** Different readers of each day, added up. */
  readers: number;
  /** Helpful votes. */
  valueSum: number;
}

/** What readers did with articles, by article, kind and reason; a row may come twice, for closed days and for open ones. */
export async function articleCounts(source: FigureSource, period: Period): Promise<ArticleCount[]> {
  const closed = await closedCounts(source, closedPart(source, period));
  return [...closed, ...within(source.open.figures, period).filter(({ articleId }) => articleId !== '')];
}

const closedCounts = keepSums((store, { fromDay, closedTo, locale, product }): Promise<ArticleCount[]> => {
  let rows = store.database
    .selectFrom('dailyFigures')
    .where('day', '>=', fromDay)
    .where('day', '<=', closedTo)
    .where('articleId', '<>', '');
  if (locale !== undefined) rows = rows.where('locale', '=', locale);
  if (product !== undefined) rows = rows.where('product', '=', product);
  return rows
    .select(['articleId', 'kind', 'reason'])
    .select((eb) => [
      eb.fn.sum<number>('count').as('count'),
      eb.fn.sum<number>('readers').as('readers'),
      eb.fn.sum<number>('valueSum').as('valueSum'),
    ])
    .groupBy(['articleId', 'kind', 'reason'])
    .execute();
});
