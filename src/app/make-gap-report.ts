import { isPublished } from '../articles/is-published.ts';
import { readFailedSearches, readVotes } from '../reports/gaps/failed-searches.ts';
import { gatherGaps } from '../reports/gaps/find-gaps.ts';
import { registerGaps } from '../reports/gaps/gap-register.ts';
import type { ArticleWords, GapReport } from '../reports/gaps/gap.ts';
import { readUnsolvedTickets } from '../reports/gaps/unsolved-tickets.ts';
import { articleText } from '../search/article-text.ts';
import weights from '../search/weights.json' with { type: 'json' };
import type { Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { LiveIndex } from './live-index.ts';
import type { Searching } from './searching.ts';

/** Which tickets a report is about. */
export interface GapPeriod {
  /** ISO 8601; tickets from then on. */
  since: string;
  locale?: string | undefined;
}

/** What making a report works with. */
export interface GapReportParts {
  store: Store;
  clock: Clock;
  live: LiveIndex;
  searching: Pick<Searching, 'nearest'>;
  site: Site;
  onProgress?: (done: number, total: number) => void;
}

const dayMs = 86_400_000;
/** The nightly report's period, with a day for time zones and summer time: only reports of one length compare. */
const wholeReportDays = 60;
const toleranceDays = 1.5;

/**
 * Reads what readers wrote, searched and voted in a period, replays it on the live index, and gives each gap the id it
 * had in earlier reports.
 */
export async function makeGapReport(parts: GapReportParts, { since, locale }: GapPeriod): Promise<GapReport> {
  const { store, clock, live, searching, site, onProgress } = parts;
  const now = clock();
  const gathered = gatherGaps({
    tickets: await readUnsolvedTickets(store, { since, locale }),
    searches: await readFailedSearches(store, { since, locale }),
    votes: await readVotes(store, { since, locale }),
    articles: live.catalog.articles,
    askIndex: (text) => searching.nearest(text),
    wordsOf: (articleId) => wordsOf(live, articleId),
    threshold: site.suggestions.threshold ?? weights.threshold,
    minutesPerTicket: site.gaps.minutesPerTicket,
    teams: new Map(site.topics.flatMap(({ id, team }) => (team === undefined ? [] : [[id, team]]))),
    since,
    generatedAt: now.toISOString(),
    ...(onProgress && { onProgress }),
  });
  const days = (now.getTime() - Date.parse(since)) / dayMs;
  const isWhole = locale === undefined && Math.abs(days - wholeReportDays) <= toleranceDays;
  return registerGaps(store, gathered, { now, isWhole, closedBy: closingArticles(live) });
}

/** For each gap, the article that names it in `closes`; drafts close nothing. */
function closingArticles({ catalog }: LiveIndex): Map<string, string> {
  return new Map(
    catalog.articles
      .filter(isPublished)
      .flatMap(({ id, closes = [] }) => closes.map((gapId) => [gapId, id] as const)),
  );
}

function wordsOf(live: LiveIndex, articleId: string): ArticleWords {
  const article = live.articles.get(articleId);
  const index = article && live.indexes.get(article.locale);
  if (!index) return { keywords: [], text: '' };
  return { keywords: article.keywords, text: articleText(index, articleId) };
}
