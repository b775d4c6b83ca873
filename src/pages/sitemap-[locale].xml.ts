import type { APIRoute } from 'astro';
import { articleUrl } from '../articles/address.ts';
import { catalog, siteUrl } from '../build-site.ts';
import { categoryUrl } from '../components/browse/addresses.ts';
import { articlePlaces, categoryTree, withDescendants } from '../components/browse/browse-catalog.ts';

const origin = siteUrl ?? '';

/** A sitemap for each language of the portal. */
export function getStaticPaths() {
  return catalog.locales.map((locale) => ({ params: { locale } }));
}

/** The articles really written in the language, with their translations, and the categories. */
export const GET: APIRoute<Record<string, unknown>, { locale: string }> = ({ params: { locale } }) => {
  const articles = articlePlaces(catalog)
    .filter((place) => place.locale === locale && place.article.locale === locale)
    .map(({ article, translations }) => entry(articleUrl(article.id), article.updated, translations));
  const categories = withDescendants(categoryTree(catalog, locale)).map(({ path }) =>
    entry(categoryUrl(locale, path)),
  );
  const body = [entry(`/${locale}`), ...categories, ...articles].join('');
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>${body}</urlset>\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};

// Addresses are percent-encoded, so nothing in them needs escaping in XML.
function entry(url: string, updated?: string, translations: Record<string, string> = {}): string {
  const others = Object.entries(translations);
  const links = others.length > 1 ? others.map(([locale, id]) => link(locale, articleUrl(id))).join('') : '';
  const changed = updated ? `<lastmod>${updated}</lastmod>` : '';
  return `<url><loc>${origin}${url}</loc>${changed}${links}</url>`;
}

function link(locale: string, url: string): string {
  return `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${url}"/>`;
}
