import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { catalog } from '../../../build-site.ts';
import { articlePlaces } from '../../../components/browse/browse-catalog.ts';

/** The Markdown of each article page, at the page's address with `.md`. */
export async function getStaticPaths() {
  const entries = new Map((await getCollection('articles')).map((entry) => [entry.id, entry.data]));
  return articlePlaces(catalog).flatMap(({ locale, path, article }) => {
    const content = entries.get(article.id);
    if (!content) return [];
    return [
      { params: { locale, path }, props: { text: `# ${article.title}\n\n${content.markdown.trim()}\n` } },
    ];
  });
}

/** Answers with the title and the body. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
