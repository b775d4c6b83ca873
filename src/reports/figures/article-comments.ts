import type { Store } from '../../store/open-store.ts';
import { eventsOf } from './events-of.ts';
import type { Period } from './period.ts';

/** What a reader wrote of an article that did not help. */
export interface ArticleComment {
  articleId: string;
  /** ISO 8601 in UTC. */
  at: string;
  reason: string | null;
  /** Scrubbed of personal data. */
  comment: string;
}

/** What readers wrote with their votes in a period, the newest first. */
export async function articleComments(
  store: Store,
  period: Period,
  limit: number,
): Promise<ArticleComment[]> {
  const rows = await eventsOf(store, period, ['voted'])
    .select(['articleId', 'at', 'reason', 'query'])
    .where('query', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ articleId, at, reason, query }) =>
    articleId !== null && query ? [{ articleId, at, reason, comment: query }] : [],
  );
}
