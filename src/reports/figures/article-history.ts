import type { Store } from '../../store/open-store.ts';
import { listTickets, ticketsThatFit } from '../../tickets/list-tickets.ts';
import { toTicket } from '../../tickets/ticket-row.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { articlesRead } from './article-report.ts';
import { closedPart, within, type FigureSource } from './figure-source.ts';
import { daysOf, type Period } from './period.ts';
import { ticketsIn } from './ticket-report.ts';

/** What readers did with one article on a day. */
export interface ArticleDay {
  day: string;
  views: number;
  helpful: number;
  unhelpful: number;
}

/** Words that led to an article, or should have. */
export interface ArticleQuery {
  query: string;
  clicks: number;
  /** Readers who opened it only after other words. */
  foundLater: number;
}

/** Every day of a period for one article. */
export async function articleDays(
  source: FigureSource,
  period: Period,
  articleId: string,
): Promise<ArticleDay[]> {
  const { fromDay, closedTo } = closedPart(source, period);
  const closed = await source.store.database
    .selectFrom('dailyFigures')
    .select(['day', 'kind', 'count', 'valueSum'])
    .where('articleId', '=', articleId)
    .where('day', '>=', fromDay)
    .where('day', '<=', closedTo)
    .execute();
  const open = within(source.open.figures, period).filter((row) => row.articleId === articleId);
  const days = new Map(daysOf(period).map((day) => [day, { day, views: 0, helpful: 0, unhelpful: 0 }]));
  for (const { day, kind, count, valueSum } of [...closed, ...open]) {
    const figures = days.get(day);
    if (!figures) continue;
    if (kind === 'viewed') figures.views += count;
    if (kind !== 'voted') continue;
    figures.helpful += valueSum;
    figures.unhelpful += count - valueSum;
  }
  return [...days.values()];
}

/** The words by which readers came to an article in a period, the most frequent first. */
export async function articleQueries(
  source: FigureSource,
  period: Period,
  articleId: string,
): Promise<ArticleQuery[]> {
  const { fromDay, closedTo } = closedPart(source, period);
  const closed = await source.store.database
    .selectFrom('dailyQueryArticles')
    .select(['query'])
    .select((eb) => [
      eb.fn.sum<number>('clicks').as('clicks'),
      eb.fn.sum<number>('foundLater').as('foundLater'),
    ])
    .where('articleId', '=', articleId)
    .where('day', '>=', fromDay)
    .where('day', '<=', closedTo)
    .groupBy('query')
    .execute();
  const open = within(source.open.queryArticles, period).filter((row) => row.articleId === articleId);
  const queries = new Map(closed.map((row) => [row.query, row]));
  for (const { query, clicks, foundLater } of open) {
    const known = queries.get(query) ?? { query, clicks: 0, foundLater: 0 };
    queries.set(query, { query, clicks: known.clicks + clicks, foundLater: known.foundLater + foundLater });
  }
  const rows = [...queries.values()];
  return rows.sort(
    (a, b) => b.clicks + b.foundLater - a.clicks - a.foundLater || (a.query < b.query ? -1 : 1),
  );
}

/** Tickets of a period that were sent after reading an article, and tickets it solved; newest first. */
export async function articleTickets(
  store: Store,
  period: Period,
  articleId: string,
): Promise<{ after: Ticket[]; solved: Ticket[] }> {
  const filter = ticketsIn(period);
  const rows = await ticketsThatFit(store, filter)
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('suggestions', 'like', `%${JSON.stringify({ articleId }).slice(1, -1)}%`),
        eb('article', '=', articleId),
      ]),
    )
    .orderBy('createdAt', 'desc')
    .execute();
  const { tickets } = await listTickets(store, { ...filter, resolution: articleId });
  return { after: rows.filter((row) => articlesRead(row).has(articleId)).map(toTicket), solved: tickets };
}
