import { SearchBox } from '../search/search-box.ts';
import { readMissingAddress } from './missing-page.ts';

/**
 * Readies the 404 page, which is the same file for every address: it shows the language of this one, and searches for
 * what it names. Does nothing on other pages.
 */
export function helpFind(page: Document): void {
  const sections = [...page.querySelectorAll<HTMLElement>('.not-found:has(search-box)')];
  if (sections.length === 0) return;
  const locales = sections.map(({ lang }) => lang);
  const { locale, query } = readMissingAddress(new URL(location.href), locales, navigator.languages);
  page.documentElement.lang = locale;
  for (const section of sections) section.hidden = section.lang !== locale;
  const shown = sections.find(({ hidden }) => !hidden);
  // A host without a server has no results page: this page is it.
  const title = shown?.querySelector('h1');
  if (title && location.pathname === `/${locale}/search`) {
    title.textContent = shown?.dataset['results'] ?? '';
    shown?.querySelector('.lead')?.remove();
  }
  const box = shown?.querySelector('search-box');
  if (box instanceof SearchBox && query !== '') box.searchFor(query);
}
