import { articleCounts } from './article-counts.ts';
import type { FigureSource } from './figure-source.ts';
import type { Period } from './period.ts';

/** Ids of the articles that most readers opened in a period, the first most; readers of each day are added up. */
export async function mostReadArticles(
  source: FigureSource,
  period: Period,
  limit: number,
): Promise<string[]> {
  const articles = new Map<string, { articleId: string; readers: number; views: number }>();
  for (const { articleId, kind, readers, count } of await articleCounts(source, period)) {
    if (kind !== 'viewed') continue;
    const known = articles.get(articleId) ?? { articleId, readers: 0, views: 0 };
    articles.set(articleId, known);
    known.readers += readers;
    known.views += count;
  }
  return [...articles.values()]
    .sort((a, b) => b.readers - a.readers || b.views - a.views || (a.articleId < b.articleId ? -1 : 1))
    .slice(0, limit)
    .map(({ articleId }) => articleId);
}
