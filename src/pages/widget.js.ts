import type { APIRoute } from 'astro';
import { widget } from '../components/widget/site-widget.ts';

/** The script other sites put on their pages. Its address never changes. */
export const GET: APIRoute = () =>
  new Response(widget.get('/widget.js'), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
