import { addressOf } from '../../articles/address.ts';

/** Home page of a locale. */
export function homeUrl(locale: string): string {
  return `/${locale}/`;
}

/** Results page of a locale, with a query when one is given. */
export function searchUrl(locale: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/${locale}/search`, query);
}

/** The form of a locale; `subject` fills it in, `article` names the article the reader comes from. */
export function contactUrl(
  locale: string,
  query: { subject?: string | undefined; article?: string | undefined } = {},
): string {
  return withQuery(`/${locale}/contact`, query);
}

/** A category's page, all articles from A to Z when the path is empty; `page` counts from 1. */
export function categoryUrl(locale: string, path: string[], page = 1): string {
  return ['', locale, 'categories', categoryAddress(path, page)]
    .filter((part, place) => place === 0 || part)
    .join('/');
}

/** The picture that stands for a category, or for the whole portal at an empty path, where links are shared. */
export function pictureUrl(locale: string, category: string[]): string {
  const [top] = category;
  return `/pictures/${locale}${top === undefined ? '' : `/${addressOf([top])}`}.png`;
}

/** What follows `/categories/` in the address of a category's page; empty for the first page of all articles. */
export function categoryAddress(path: string[], page: number): string {
  const folder = path.length > 0 ? addressOf(path) : '';
  return [folder, page > 1 ? `page-${page}` : ''].filter(Boolean).join('/');
}

function withQuery(address: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${address}?${new URLSearchParams(given)}` : address;
}
