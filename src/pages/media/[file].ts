import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { variantName, variantWidths } from '../../articles/image-variants.ts';
import { articleContents, cacheFolder, site } from '../../build-site.ts';
import { parseContent } from '../../built-index.ts';
import { makePicture } from '../../components/media/make-picture.ts';
import { themeFilesOf, type ThemeFile } from '../../layouts/theme-files.ts';

interface Copy {
  source: string;
  /** Made in this width, in pixels; copied as it is when absent. */
  width?: number;
}

/** Every file an article keeps beside it and the owner's logo and letters, once, and pictures in several widths. */
export function getStaticPaths() {
  const copies = new Map<string, Copy>();
  const theme: Record<string, ThemeFile> = { ...themeFilesOf(site) };
  for (const { file, name } of Object.values(theme)) copies.set(name, { source: file });
  for (const content of articleContents().values()) {
    for (const image of parseContent(content).images) {
      copies.set(image.name, { source: image.file });
      for (const width of variantWidths(image)) {
        copies.set(variantName(image.name, width), { source: image.file, width });
      }
    }
  }
  return [...copies].map(([file, props]) => ({ params: { file }, props }));
}

/** Copies one file, or makes one picture. */
export const GET: APIRoute<Copy & Record<string, unknown>, { file: string }> = async (context) => {
  const { source, width } = context.props;
  if (width === undefined) return new Response(new Uint8Array(await readFile(source)));
  // Names carry the hash of the picture, so one that was made before is the same.
  const folder = join(cacheFolder, 'pictures');
  const kept = join(folder, context.params.file);
  const known = await readFile(kept).catch(() => undefined);
  if (known) return new Response(new Uint8Array(known));
  const form = { src: source, width, format: 'webp', quality } as const;
  const made = await makePicture(await readFile(source), form, context.logger);
  await mkdir(folder, { recursive: true });
  await writeFile(kept, made);
  return new Response(new Uint8Array(made));
};

const quality = 78;
