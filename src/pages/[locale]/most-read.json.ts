import type { APIRoute } from 'astro';
import { readableArticles } from '../../components/browse/browse-catalog.ts';

export const prerender = false;

/** The articles read most this month: `[{title, url}]`. The home page brings its list up to date with it. */
export const GET: APIRoute = async ({ locals: { app }, params: { locale = '' } }) => {
  if (!app.catalog.locales.includes(locale)) return new Response(null, { status: 404 });
  const lists = await app.mostRead();
  const articles = readableArticles(app.catalog, lists[locale] ?? []);
  const links = articles.map(({ id, title }) => ({ title, url: app.article(id)?.url }));
  return Response.json(links, { headers: { 'cache-control': 'public, max-age=3600' } });
};
