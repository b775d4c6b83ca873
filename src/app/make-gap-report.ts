import { findGaps } from '../reports/gaps/find-gaps.ts';
import type { ArticleWords, GapReport } from '../reports/gaps/gap.ts';
import { readUnsolvedTickets } from '../reports/gaps/unsolved-tickets.ts';
import { articleText } from '../search/article-text.ts';
import weights from '../search/weights.json' with { type: 'json' };
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
  /** Least confidence of a suggestion, when the owner set one. */
  threshold: number | null;
  onProgress?: (done: number, total: number) => void;
}

/** Reads the unsolved tickets of a period and replays them on the live index. */
export async function makeGapReport(parts: GapReportParts, { since, locale }: GapPeriod): Promise<GapReport> {
  const { store, clock, live, searching, threshold, onProgress } = parts;
  return findGaps({
    tickets: await readUnsolvedTickets(store, { since, locale }),
    articles: live.catalog.articles,
    askIndex: (text) => searching.nearest(text),
    wordsOf: (articleId) => wordsOf(live, articleId),
    threshold: threshold ?? weights.threshold,
    since,
    generatedAt: clock().toISOString(),
    ...(onProgress && { onProgress }),
  });
}

function wordsOf(live: LiveIndex, articleId: string): ArticleWords {
  const article = live.articles.get(articleId);
  const index = article && live.indexes.get(article.locale);
  if (!index) return { keywords: [], text: '' };
  return { keywords: article.keywords, text: articleText(index, articleId) };
}
