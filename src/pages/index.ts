import type { APIRoute } from 'astro';
import { homeUrl } from '../components/browse/addresses.ts';
import { bestLocale } from '../components/browse/best-locale.ts';

export const prerender = false;

/** Sends the reader to the home page in their language. */
export const GET: APIRoute = ({ locals, request }) => {
  const { locales, defaultLocale } = locals.app.catalog;
  const locale = bestLocale(request.headers.get('accept-language') ?? '', locales, defaultLocale);
  return new Response(null, { status: 302, headers: { location: homeUrl(locale), vary: 'accept-language' } });
};
