import { getConfiguredImageService, imageConfig } from 'astro:assets';
import type { APIContext } from 'astro';

/** A picture to make: the name of what it is made from, and the form it is to have. */
export interface PictureForm {
  src: string;
  /** Pixels. */
  width: number;
  height?: number;
  format: 'webp' | 'png';
  /** 1 to 100, for formats that lose something. */
  quality?: number;
}

/**
 * Makes a picture with Astro's image service.
 *
 * @throws Error when the service that is configured only links to pictures.
 */
export async function makePicture(
  source: Uint8Array,
  form: PictureForm,
  logger: APIContext['logger'],
): Promise<Uint8Array> {
  const service = await getConfiguredImageService();
  if (!('transform' in service)) throw new Error('The image service of Astro cannot make pictures.');
  const { data } = await service.transform(source, { ...form }, imageConfig, logger);
  return new Uint8Array(data);
}
