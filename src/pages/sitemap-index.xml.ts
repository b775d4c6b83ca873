import type { APIRoute } from 'astro';
import { catalog, siteUrl } from '../build-site.ts';

const origin = siteUrl ?? '';

/** Names the sitemap of each language. Addresses are complete when SITE_URL is set. */
export const GET: APIRoute = () => {
  const maps = catalog.locales.map(
    (locale) => `<sitemap><loc>${origin}/sitemap-${locale}.xml</loc></sitemap>`,
  );
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${index}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
