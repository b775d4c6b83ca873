import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, extname, sep } from 'node:path';
import { imageSize } from 'image-size';
import { addressSegment } from './address.ts';
import type { ArticleImage } from './article.ts';

const imageTypes = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif']);
const documentTypes = new Set([
  ...['.pdf', '.txt', '.csv', '.log', '.json', '.xml', '.zip', '.gz', '.mp3', '.mp4', '.webm'],
  ...['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
]);

/** A file kept beside an article, ready to be served. */
export type Media = ArticleImage;

/** Whether a file of that name may be served beside an article, as an image or for download. */
export function isServable(file: string, kind: 'image' | 'document'): boolean {
  const type = extname(file).toLowerCase();
  return imageTypes.has(type) || (kind === 'document' && documentTypes.has(type));
}

/**
 * Reads an image or document that an article shows.
 *
 * @param root folder the file must be in, also after symbolic links are followed.
 * @returns undefined when there is no such file.
 */
export async function readMedia(file: string, root: string): Promise<Media | undefined> {
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined || !real.startsWith((await realpath(root)) + sep)) return undefined;
  const bytes = await readFile(real).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const type = extname(file).toLowerCase();
  const name = `${hash}-${addressSegment(basename(file, extname(file))) || 'file'}${type}`;
  return { file: real, name, ...(imageTypes.has(type) && sizeOf(bytes)) };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // Orientations 5 to 8 of EXIF are turned by a quarter.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
