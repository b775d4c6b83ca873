import type { APIRoute } from 'astro';
import { catalog, site } from '../../build-site.ts';
import { pictureUrl } from '../../components/browse/addresses.ts';
import { categoryTree } from '../../components/browse/browse-catalog.ts';
import { makePicture } from '../../components/media/make-picture.ts';
import { drawPicture, pictureHeight, pictureWidth } from '../../layouts/draw-picture.ts';
import { nameIn } from '../../site.ts';

/** A picture for shared links: one for each language, and one for each category at the top. */
export function getStaticPaths() {
  return catalog.locales.flatMap((locale) => {
    const tree = categoryTree(catalog, locale);
    const home = { path: [], title: nameIn(locale, site.description) || site.name };
    return [home, ...tree.children].map(({ path, title }) => ({
      params: { name: pictureUrl(locale, path).slice('/pictures/'.length, -'.png'.length) },
      props: { title },
    }));
  });
}

/** Draws one picture. */
export const GET: APIRoute<{ title: string }> = async ({ props, logger }) => {
  const form = { src: 'picture.svg', format: 'png', width: pictureWidth, height: pictureHeight } as const;
  const drawing = new TextEncoder().encode(drawPicture(site, props.title));
  const picture = await makePicture(drawing, form, logger);
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
};
