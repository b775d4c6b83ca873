import { sql } from 'kysely';
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

/** What readers wrote with their votes in a period, of one article or of all, the newest first. */
export async function articleComments(
  store: Store,
  period: Period,
  { limit, articleId: only }: { limit: number; articleId?: string },
): Promise<ArticleComment[]> {
  const votes = eventsOf(store, period, ['voted'])
    // Written out, since the databases choose the index of comments only for a condition that they can read.
    .where('kind', '=', sql.lit('voted'))
    .where('query', 'is not', null);
  const rows = await (only === undefined ? votes : votes.where('articleId', '=', only))
    .select(['articleId', 'at', 'reason', 'query'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ articleId, at, reason, query }) =>
    articleId !== null && query ? [{ articleId, at, reason, comment: query }] : [],
  );
}
