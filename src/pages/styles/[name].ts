import type { APIRoute } from 'astro';
import { site } from '../../build-site.ts';
import { stylesheetOf } from '../../layouts/stylesheet.ts';

/** The one stylesheet; its name changes with its content. */
export function getStaticPaths() {
  return [{ params: { name: stylesheetOf(site).name } }];
}

/** Answers with the rules. */
export const GET: APIRoute = () =>
  new Response(stylesheetOf(site).text, { headers: { 'content-type': 'text/css; charset=utf-8' } });
