import type { APIRoute } from 'astro';
import { articleUrl } from '../articles/address.ts';
import { catalog, site, siteUrl } from '../build-site.ts';
import { articlesByTitle } from '../components/browse/browse-catalog.ts';
import { languageName } from '../messages/format-message.ts';
import { nameIn } from '../site.ts';

const origin = siteUrl ?? '';

/** The portal for language models: every article with its summary, as links to Markdown. */
export const GET: APIRoute = () => {
  const lists = catalog.locales.map((locale) => {
    const articles = articlesByTitle(catalog, locale).map(
      ({ id, title, description }) => `- [${title}](${origin}${articleUrl(id)}.md): ${description}`,
    );
    return [`## ${languageName(locale)}`, '', ...articles].join('\n');
  });
  const text = [`# ${site.name}`, `> ${nameIn(catalog.defaultLocale, site.description)}`, ...lists].join(
    '\n\n',
  );
  return new Response(`${text}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
