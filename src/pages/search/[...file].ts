import type { APIRoute } from 'astro';
import { browserIndexFile, browserIndexFiles } from '../../build-site.ts';

/** The index for browsers, which search with it when the server does not answer. */
export function getStaticPaths() {
  return browserIndexFiles().map((file) => ({ params: { file } }));
}

/** Copies one part. */
export const GET: APIRoute<Record<string, unknown>, { file: string }> = ({ params }) =>
  new Response(new Uint8Array(browserIndexFile(params.file)));
