import type { Article, Finding } from './article.ts';
import type { Shelf } from './read-articles.ts';
import { translationsOf } from './translations.ts';

/**
 * What a writer should know about a shelf: the findings of reading it, and what only shows when articles are looked
 * at together or on a certain day: titles used twice, missing translations, overdue reviews.
 *
 * @param today ISO date.
 * @returns the findings in the order of files and lines.
 */
export function checkArticles(shelf: Shelf, today: string): Finding[] {
  const current = shelf.articles.filter(({ state }) => state !== 'archived');
  const found = [
    ...shelf.findings,
    ...findSharedTitles(current),
    ...findMissingTranslations(current, shelf.locales),
    ...findOverdue(current, today),
    ...findWithoutText(current),
  ];
  return found.sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  );
}

function findSharedTitles(articles: Article[]): Finding[] {
  const byTitle = Map.groupBy(
    articles,
    ({ locale, title }) => `${locale} ${title.toLocaleLowerCase(locale)}`,
  );
  return [...byTitle.values()].flatMap(([first, ...others]) =>
    others.map(({ file, title }) => warn(file, `The title “${title}” is also that of ${first?.file ?? ''}.`)),
  );
}

function findMissingTranslations(articles: Article[], locales: readonly string[]): Finding[] {
  const translations = translationsOf(articles);
  return articles.flatMap(({ id, file }) => {
    const known = translations.get(id) ?? {};
    const missing = locales.filter((locale) => known[locale] === undefined);
    return missing.length === 0 ? [] : [warn(file, `There is no translation into ${missing.join(', ')}.`)];
  });
}

function findOverdue(articles: Article[], today: string): Finding[] {
  return articles
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < today)
    .map(({ file, reviewBy = '', owner }) =>
      warn(file, `The review was due on ${reviewBy}${owner === undefined ? '' : ` (owner: ${owner})`}.`),
    );
}

function findWithoutText(articles: Article[]): Finding[] {
  return articles
    .filter(({ sections }) => sections.every(({ text }) => text === ''))
    .map(({ file }) => warn(file, 'The article has a title and no text.'));
}

function warn(file: string, message: string): Finding {
  return { severity: 'warning', file, line: 1, message };
}
