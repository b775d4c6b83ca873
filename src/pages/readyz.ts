import type { APIRoute } from 'astro';
import { refuse } from '../http/refusal.ts';

export const prerender = false;

/** The database answers and the index is loaded: requests may be sent here. */
export const GET: APIRoute = async ({ locals }) =>
  (await locals.app.isReady())
    ? new Response('ready\n', { headers: { 'cache-control': 'no-store' } })
    : refuse({
        code: 'unavailable',
        message: 'The database does not answer; requests that need it will fail.',
      });
