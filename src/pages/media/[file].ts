import { readFile } from 'node:fs/promises';
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';

/** Every image an article keeps beside its file, once. */
export async function getStaticPaths() {
  const entries = await getCollection('articles');
  const files = new Map(entries.flatMap(({ data }) => data.images.map(({ name, file }) => [name, file])));
  return [...files].map(([name, source]) => ({ params: { file: name }, props: { source } }));
}

/** Copies one image. */
export const GET: APIRoute<{ source: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.source)));
