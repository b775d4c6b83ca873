import { isPublished } from '../../articles/is-published.ts';
import type { Catalog, CatalogArticle } from '../../built-index.ts';

/** An article that some languages of the portal lack. */
export interface Untranslated {
  article: CatalogArticle;
  missing: string[];
}

/** Published articles whose review date has passed, the longest overdue first. `today` is `YYYY-MM-DD`. */
export function overdueArticles({ articles }: Catalog, today: string): CatalogArticle[] {
  return articles
    .filter((article) => isPublished(article) && article.reviewBy !== undefined && article.reviewBy < today)
    .toSorted((left, right) => (left.reviewBy ?? '').localeCompare(right.reviewBy ?? ''));
}

/** Published articles that do not exist in every language, in the language they are written in first. */
export function untranslatedArticles({ articles, locales, defaultLocale }: Catalog): Untranslated[] {
  const byKey = Map.groupBy(articles.filter(isPublished), (article) => article.key);
  return [...byKey.values()].flatMap((versions) => {
    const missing = locales.filter((locale) => !versions.some((version) => version.locale === locale));
    const article = versions.find((version) => version.locale === defaultLocale) ?? versions[0];
    return article && missing.length > 0 ? [{ article, missing }] : [];
  });
}
