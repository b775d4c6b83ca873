import type { Store } from '../../store/open-store.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import { articleCounts, type ArticleCount } from './article-counts.ts';
import type { FigureSource } from './figure-source.ts';
import { failureOf, typicalFailure } from './harm.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';
import { ticketsIn } from './ticket-report.ts';

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
  /** Why it did not help, the most frequent first. */
  reasons: { reason: string; count: number }[];
  /** Searches that led here. */
  searchClicks: number;
  /** Readers who went from it to the ticket form. */
  contacts: number;
  /** How often it was opened from the ticket form, pushed away there, and said to solve the problem. */
  opened: number;
  rejected: number;
  solved: number;
  /** Tickets that were sent although their sender had opened it or wrote from it. */
  ticketsAfter: number;
  /** Tickets the team solved with it. */
  ticketsSolved: number;
  /** How often it fails, between 0 and 1: see `failureOf`. */
  failure: number | null;
  /** How many signs that rests on. */
  signs: number;
  /** Views times failure: readings that probably went wrong. */
  harm: number | null;
}

/** What is counted of an article. */
export type ArticleCounts = Omit<
  ArticleFigures,
  'articleId' | 'helpfulness' | 'failure' | 'signs' | 'harm' | 'reasons'
> & { reasons: Map<string, number> };

/** Every article with a figure in the period, the most harmful first. */
export async function articleReport(source: FigureSource, period: Period): Promise<ArticleFigures[]> {
  const counts = await countArticles(source, period);
  const typical = typicalFailure([...counts.values()]);
  return [...counts]
    .map(([articleId, counted]) => toFigures(articleId, counted, typical))
    .sort(
      (a, b) => (b.harm ?? -1) - (a.harm ?? -1) || b.views - a.views || (a.articleId < b.articleId ? -1 : 1),
    );
}

function toFigures(articleId: string, counted: ArticleCounts, typical: number): ArticleFigures {
  const { failure, signs } = failureOf(counted, typical);
  const reasons = [...counted.reasons].map(([reason, count]) => ({ reason, count }));
  return {
    articleId,
    ...counted,
    reasons: reasons.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    helpfulness: shareOf(counted.helpful, counted.votes),
    failure,
    signs,
    harm: failure === null ? null : failure * counted.views,
  };
}

async function countArticles(source: FigureSource, period: Period): Promise<Map<string, ArticleCounts>> {
  const articles = new Map<string, ArticleCounts>();
  const of = (articleId: string): ArticleCounts => {
    const counts = articles.get(articleId) ?? { ...none, reasons: new Map<string, number>() };
    articles.set(articleId, counts);
    return counts;
  };
  for (const row of await articleCounts(source, period))
    if (row.kind in counters) add(of(row.articleId), row);
  for (const { articleId, count } of await solvedTickets(source.store, period))
    if (articleId !== null) of(articleId).ticketsSolved += count;
  for (const [articleId, count] of await ticketsAfterReading(source.store, period))
    of(articleId).ticketsAfter += count;
  return articles;
}

const none = {
  ...{ views: 0, readers: 0, votes: 0, helpful: 0, searchClicks: 0, contacts: 0 },
  ...{ opened: 0, rejected: 0, solved: 0, ticketsAfter: 0, ticketsSolved: 0 },
};

const counters = {
  viewed: 'views',
  voted: 'votes',
  clicked: 'searchClicks',
  contacted: 'contacts',
  opened: 'opened',
  rejected: 'rejected',
  solved: 'solved',
} as const;

function add(counts: ArticleCounts, { kind, reason, count, readers, valueSum }: ArticleCount): void {
  counts[counters[kind as keyof typeof counters]] += count;
  if (kind === 'viewed') counts.readers += readers;
  if (kind !== 'voted') return;
  counts.helpful += valueSum;
  if (reason) counts.reasons.set(reason, (counts.reasons.get(reason) ?? 0) + count);
}

function solvedTickets(store: Store, period: Period) {
  return ticketsThatFit(store, { ...ticketsIn(period), isSolved: true })
    .select('resolution as articleId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('resolution')
    .execute();
}

/** What senders had opened stands in their tickets as a list, which both databases read differently: counted here. */
async function ticketsAfterReading(store: Store, period: Period): Promise<Map<string, number>> {
  const rows = await ticketsThatFit(store, ticketsIn(period))
    .select(['suggestions', 'article'])
    .where((eb) => eb.or([eb('suggestions', 'like', '%"opened":true%'), eb('article', 'is not', null)]))
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const articleId of articlesRead(row)) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  return counts;
}

/** The articles the sender of a ticket had read: opened from the form, or written from. */
export function articlesRead(row: { suggestions: string; article: string | null }): Set<string> {
  const shown = JSON.parse(row.suggestions) as { articleId: string; opened: boolean }[];
  const read = shown.filter(({ opened }) => opened).map(({ articleId }) => articleId);
  return new Set(row.article === null ? read : [...read, row.article]);
}
