import type { APIRoute } from 'astro';
import { articleUrl } from '../articles/address.ts';
import { articleContents, catalog, site, siteUrl } from '../build-site.ts';
import { parseContent } from '../built-index.ts';
import { articlesByTitle } from '../components/browse/browse-catalog.ts';
import { languageName, formatDay } from '../messages/format-message.ts';
import { nameIn } from '../site.ts';

const origin = siteUrl ?? '';

/** The whole portal for language models: every article as Markdown, with its address and date. */
export const GET: APIRoute = () => {
  const contents = articleContents();
  const parts = catalog.locales.flatMap((locale) => [
    `## ${languageName(locale)}`,
    ...articlesByTitle(catalog, locale).flatMap(({ id, title, updated }) => {
      const content = contents.get(id);
      if (!content) return [];
      const facts = `<${origin}${articleUrl(id)}> (${formatDay('en', updated)})`;
      return [`### ${title}\n\n${facts}\n\n${parseContent(content).markdown.trim()}`];
    }),
  ]);
  const head = [`# ${site.name}`, `> ${nameIn(catalog.defaultLocale, site.description)}`];
  return new Response(`${[...head, ...parts].join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
