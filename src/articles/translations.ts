import type { Article } from './article.ts';

/**
 * Which articles say the same in other languages: article id -> locale -> article id, itself included.
 *
 * Articles are translations of one another when they have the same key.
 */
export function translationsOf(
  articles: readonly Pick<Article, 'id' | 'key' | 'locale'>[],
): Map<string, Record<string, string>> {
  const byKey = Map.groupBy(articles, (article) => article.key);
  const translations = new Map<string, Record<string, string>>();
  for (const group of byKey.values()) {
    const byLocale = Object.fromEntries(group.toReversed().map((article) => [article.locale, article.id]));
    for (const article of group) translations.set(article.id, { ...byLocale, [article.locale]: article.id });
  }
  return translations;
}
