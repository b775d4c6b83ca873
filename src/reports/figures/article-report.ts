import { sql } from 'kysely';
import type { Store } from '../../store/open-store.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import { eventsOf, shareOf } from './events-of.ts';
import type { Period } from './period.ts';

/** How one article does. */
export interface ArticleFigures {
  articleId: string;
  views: number;
  /** Different readers of each day, added up: who reads on two days counts twice, since nobody is followed. */
  readers: number;
  votes: number;
  helpful: number;
  /** Helpful votes of all votes; null without votes. */
  helpfulness: number | null;
  /** Searches that led here. */
  searchClicks: number;
  /** How often it was opened from the ticket form, pushed away there, and said to solve the problem. */
  opened: number;
  rejected: number;
  solved: number;
  /** Tickets that were sent although their sender had opened it. */
  ticketsAfter: number;
  /** Tickets the team solved with it. */
  ticketsSolved: number;
}

type Counted = Omit<ArticleFigures, 'articleId' | 'helpfulness'>;

/** Every article with a figure in the period, most viewed first. */
export async function articleReport(store: Store, period: Period): Promise<ArticleFigures[]> {
  const figures = new Map<string, Counted>();
  const add = (articleId: string | null, counts: Partial<Counted>): void => {
    if (articleId !== null) figures.set(articleId, { ...(figures.get(articleId) ?? none), ...counts });
  };
  for (const row of await readerFigures(store, period)) {
    const { articleId, kind, count, readers, points } = row;
    if (kind === 'viewed') add(articleId, { views: count, readers });
    if (kind === 'voted') add(articleId, { votes: count, helpful: points });
    if (kind === 'clicked') add(articleId, { searchClicks: count });
    if (kind === 'opened' || kind === 'rejected' || kind === 'solved') add(articleId, { [kind]: count });
  }
  for (const { articleId, count } of await solvedTickets(store, period))
    add(articleId, { ticketsSolved: count });
  for (const [articleId, count] of await ticketsAfterReading(store, period))
    add(articleId, { ticketsAfter: count });
  return [...figures]
    .map(([articleId, counted]) => ({
      articleId,
      ...counted,
      helpfulness: shareOf(counted.helpful, counted.votes),
    }))
    .sort((a, b) => b.views - a.views || (a.articleId < b.articleId ? -1 : 1));
}

const none: Counted = {
  views: 0,
  readers: 0,
  votes: 0,
  helpful: 0,
  searchClicks: 0,
  opened: 0,
  rejected: 0,
  solved: 0,
  ticketsAfter: 0,
  ticketsSolved: 0,
};

async function readerFigures(store: Store, period: Period) {
  const rows = await eventsOf(store, period, ['viewed', 'voted', 'clicked', 'opened', 'rejected', 'solved'])
    .select(['articleId', 'kind'])
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('visitor').distinct().as('readers'),
      sql<number>`coalesce(sum("value"), 0)`.as('points'),
    ])
    .groupBy(['articleId', 'kind'])
    .execute();
  return rows.map((row) => ({ ...row, points: Number(row.points) }));
}

function solvedTickets(store: Store, { since, until, locale }: Period) {
  return ticketsThatFit(store, { since, until, locale, isSolved: true })
    .select('resolution as articleId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('resolution')
    .execute();
}

/** What senders had opened stands in their tickets as a list, which both databases read differently: counted here. */
async function ticketsAfterReading(store: Store, period: Period): Promise<Map<string, number>> {
  const { since, until, locale } = period;
  const rows = await ticketsThatFit(store, { since, until, locale })
    .select('suggestions')
    .where('suggestions', 'like', '%"opened":true%')
    .execute();
  const counts = new Map<string, number>();
  for (const { suggestions } of rows)
    for (const { articleId, opened } of JSON.parse(suggestions) as { articleId: string; opened: boolean }[])
      if (opened) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  return counts;
}
