import { scrub } from '../../privacy/scrub.ts';
import type { Store } from '../../store/open-store.ts';
import type { ArticleVotes, FailedSearch } from './gap.ts';
import type { UnsolvedFilter } from './unsolved-tickets.ts';

const maxQueries = 5000;

/** Searches of a period that found nothing, and questions that no answer was given to or whose answer did not help, most frequent first; case and spaces around do not tell them apart. */
export async function readFailedSearches(
  store: Store,
  { since, locale }: UnsolvedFilter,
): Promise<FailedSearch[]> {
  let found = store.database
    .selectFrom('events')
    .where('at', '>=', since)
    .where((eb) =>
      eb.or([
        eb('kind', 'in', ['searched', 'asked']).and('position', '=', 0),
        eb('kind', '=', 'judged').and('value', '=', 0),
      ]),
    )
    .where('query', 'is not', null);
  if (locale !== undefined) found = found.where('locale', '=', locale);
  const rows = await found
    .select((eb) => [
      'locale',
      eb.fn<string>('lower', ['query']).as('query'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy((eb) => ['locale', eb.fn('lower', ['query'])])
    .orderBy('count', 'desc')
    .orderBy('query')
    .limit(maxQueries)
    .execute();
  return rows.map(({ query, count, ...row }) => ({
    ...row,
    query: scrub(query.trim()),
    count: Number(count),
  }));
}

/** Votes of a period on each article that some reader found unhelpful, by article id. */
export async function readVotes(store: Store, { since, locale }: UnsolvedFilter): Promise<ArticleVotes[]> {
  let voted = store.database
    .selectFrom('events')
    .where('kind', '=', 'voted')
    .where('at', '>=', since)
    .where('articleId', 'is not', null);
  if (locale !== undefined) voted = voted.where('locale', '=', locale);
  const rows = await voted
    .select((eb) => ['articleId', 'value', 'reason', eb.fn.countAll<number>().as('count')])
    .groupBy(['articleId', 'value', 'reason'])
    .orderBy('articleId')
    .execute();
  const byArticle = new Map<string, ArticleVotes>();
  for (const { articleId, value, reason, count } of rows) {
    const id = articleId ?? '';
    const votes = byArticle.get(id) ?? { articleId: id, votes: 0, unhelpful: 0, reasons: [] };
    byArticle.set(id, votes);
    votes.votes += Number(count);
    if (value !== 0) continue;
    votes.unhelpful += Number(count);
    if (reason !== null) votes.reasons.push({ reason, count: Number(count) });
  }
  for (const { reasons } of byArticle.values())
    reasons.sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
  return [...byArticle.values()].filter(({ unhelpful }) => unhelpful > 0);
}
