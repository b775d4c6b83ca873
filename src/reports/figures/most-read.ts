import type { Store } from '../../store/open-store.ts';
import { eventsOf } from './events-of.ts';
import type { Period } from './period.ts';

/** Ids of the articles that most readers opened in a period, the first most; readers of each day are added up. */
export async function mostReadArticles(store: Store, period: Period, limit: number): Promise<string[]> {
  const rows = await eventsOf(store, period, ['viewed'])
    .select('articleId')
    .select((eb) => [
      eb.fn.count<number>('visitor').distinct().as('readers'),
      eb.fn.countAll<number>().as('views'),
    ])
    .where('articleId', 'is not', null)
    .groupBy('articleId')
    .orderBy('readers', 'desc')
    .orderBy('views', 'desc')
    .orderBy('articleId')
    .limit(limit)
    .execute();
  return rows.flatMap(({ articleId }) => articleId ?? []);
}
