import type { APIRoute } from 'astro';

export const prerender = false;

/** The process runs and answers. */
export const GET: APIRoute = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
