import { extname } from 'node:path';
import type { Media } from './read-media.ts';

/** Widths pictures are also made in, in pixels: phones and screens of one and of two dots a pixel. */
const widths = [480, 800, 1200, 1600];
const photographed = new Set(['.png', '.jpg', '.jpeg']);
/** Smaller pictures are icons: other sizes of them would save nothing. */
const smallestPx = 240;
/** Width of the column of text, as `styles/tokens.css` sets it. */
const columnPx = 720;

/** Widths in which a picture is made in WebP, the narrowest first; none for drawings, animations and icons. */
export function variantWidths({ name, width = 0 }: Pick<Media, 'name' | 'width'>): number[] {
  if (!photographed.has(extname(name)) || width < smallestPx) return [];
  const narrower = widths.filter((one) => one < width);
  return narrower.length < widths.length ? [...narrower, width] : narrower;
}

/** Name under `/media/` of a picture in one of its widths. */
export function variantName(name: string, width: number): string {
  return `${name.slice(0, -extname(name).length)}-${width}.webp`;
}

/** Attributes of a picture: its address, its size, so that nothing moves when it comes, and its other widths. */
export function imageAttributes(media: Media): string {
  const { name, width, height } = media;
  const address = (file: string): string => `/media/${encodeURIComponent(file)}`;
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const variants = variantWidths(media).map((one) => `${address(variantName(name, one))} ${one}w`);
  const shown = Math.min(width ?? columnPx, columnPx);
  const others =
    variants.length > 0
      ? ` srcset="${variants.join(', ')}" sizes="(min-width: ${shown}px) ${shown}px, 100vw"`
      : '';
  return ` src="${address(name)}"${size}${others}`;
}

/** Address of a picture in full, when it is larger than the column shows it; nothing when there is no more to see. */
export function zoomAttributes({ name, width = 0, height = 0 }: Media): string {
  return width > columnPx || height > columnPx ? ` href="/media/${encodeURIComponent(name)}"` : '';
}
