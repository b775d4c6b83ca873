import type { APIRoute } from 'astro';
import { site } from '../build-site.ts';
import { accentColours, defaultAccent } from '../layouts/accent.ts';

/** The window, in the owner's colour. */
export const GET: APIRoute = () => {
  const { light } = accentColours(site.theme.accent ?? defaultAccent);
  const mark = `<path d="M7 25v-9a9 9 0 0 1 18 0v9M4 25h24M13 19h6M16 7v5" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>`;
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light}"/>${mark}</svg>`;
  return new Response(icon, { headers: { 'content-type': 'image/svg+xml' } });
};
