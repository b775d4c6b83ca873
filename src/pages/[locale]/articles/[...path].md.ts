import type { APIRoute } from 'astro';
import { articleContents, catalog } from '../../../build-site.ts';
import { parseContent } from '../../../built-index.ts';
import { articlePages } from '../../../components/article/article-pages.ts';
import { pagesToRender } from '../../../components/article/pages-to-render.ts';

/** The Markdown of each article page, at the page's address with `.md`. */
export function getStaticPaths() {
  const pages = articlePages(catalog, articleContents()).map(({ place, content }) => {
    const { locale, path, article } = place;
    const props = { title: article.title, content };
    return { params: { locale, path }, props, file: `${locale}/articles/${path}.md` };
  });
  return pagesToRender('markdown', pages);
}

/** Answers with the title and the body. */
export const GET: APIRoute<{ title: string; content: string }> = ({ props: { title, content } }) => {
  const text = `# ${title}\n\n${parseContent(content).markdown.trim()}\n`;
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
