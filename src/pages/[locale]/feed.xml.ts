import type { APIRoute } from 'astro';
import { articleUrl } from '../../articles/address.ts';
import { catalog, site, siteUrl } from '../../build-site.ts';
import { homeUrl } from '../../components/browse/addresses.ts';
import { articlesByTitle } from '../../components/browse/browse-catalog.ts';
import { messagesFor } from '../../messages/messages.ts';
import { nameIn } from '../../site.ts';

const maxEntries = 40;
const origin = siteUrl ?? '';

/** A feed for each language of the portal. */
export function getStaticPaths() {
  return catalog.locales.map((locale) => ({ params: { locale } }));
}

/** The articles that changed last, as RSS 2.0. */
export const GET: APIRoute<Record<string, unknown>, { locale: string }> = ({ params: { locale } }) => {
  const latest = articlesByTitle(catalog, locale).toSorted((a, b) => b.updated.localeCompare(a.updated));
  const items = latest.slice(0, maxEntries).map(({ id, title, description, updated }) => {
    const url = `${origin}${articleUrl(id)}`;
    const guid = `<guid isPermaLink="false">${escaped(`${id}@${updated}`)}</guid>`;
    const date = `<pubDate>${new Date(`${updated}T00:00:00Z`).toUTCString()}</pubDate>`;
    return `<item>${element('title', title)}<link>${url}</link>${element('description', description)}${guid}${date}</item>`;
  });
  const { changes } = messagesFor(locale).layout;
  const channel = [
    element('title', `${site.name} – ${changes}`),
    `<link>${origin}${homeUrl(locale)}</link>`,
    element('description', nameIn(locale, site.description) || site.name),
    element('language', locale),
    ...items,
  ].join('\n');
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n${channel}\n</channel></rss>\n`,
    {
      headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    },
  );
};

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
