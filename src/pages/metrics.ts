import type { APIRoute } from 'astro';

export const prerender = false;

/** Figures of this process in the Prometheus text format; nothing in them is about a person. */
export const GET: APIRoute = async ({ locals }) =>
  new Response(await locals.app.metrics.text(), {
    headers: { 'content-type': locals.app.metrics.contentType, 'cache-control': 'no-store' },
  });
