import type { App } from '../../src/app.ts';
import { isPublished } from '../../src/articles/is-published.ts';
import type { CatalogArticle } from '../../src/built-index.ts';
import { pick, type Stage } from './stage.ts';

const known = new WeakMap<App['catalog'], Map<string, CatalogArticle[]>>();

/** The published articles of a language, always in one order. */
export function articlesIn({ catalog }: App, locale: string): CatalogArticle[] {
  const byLocale = known.get(catalog) ?? new Map<string, CatalogArticle[]>();
  known.set(catalog, byLocale);
  const articles =
    byLocale.get(locale) ?? catalog.articles.filter((one) => isPublished(one) && one.locale === locale);
  byLocale.set(locale, articles);
  return articles;
}

/** Words that should find an article: those of its title, without numbers, which may be masked as personal data. */
export function rightWords({ title }: CatalogArticle): string {
  const words = title.normalize('NFC').replace(/[^\p{L}\s'’-]+/gu, ' ');
  return words.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 80).trim();
}

/** Words that no article holds. */
export function failingWords(stage: Stage): string {
  return pick(stage, ['zwrgl', 'fnarbl', 'quompf', 'xylptk', 'grmzl', 'vroumpf']);
}
