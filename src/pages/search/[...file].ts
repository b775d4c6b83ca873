import type { APIRoute } from 'astro';
import { browserIndexFile, browserIndexFiles, pageBuild } from '../../build-site.ts';

/** The index for browsers, under `astro dev`. A build puts it beside its pages, for it is made while they are rendered. */
export function getStaticPaths() {
  if (pageBuild !== undefined) return [];
  return browserIndexFiles().map((file) => ({ params: { file } }));
}

/** Copies one part. */
export const GET: APIRoute<Record<string, unknown>, { file: string }> = ({ params }) =>
  new Response(new Uint8Array(browserIndexFile(params.file)));
