import type { APIRoute } from 'astro';
import { siteUrl } from '../build-site.ts';

const rules = [
  'User-agent: *',
  'Disallow: /admin',
  'Disallow: /api/',
  'Disallow: /*/requests/',
  'Disallow: /*/search',
];

/** What crawlers may read: the articles, not the desk nor anybody's request. */
export const GET: APIRoute = () => {
  const sitemap = siteUrl ? ['', `Sitemap: ${siteUrl}/sitemap-index.xml`] : [];
  return new Response([...rules, ...sitemap, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
