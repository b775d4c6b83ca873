import { articleUrl } from './address.ts';
import type { Article, Finding } from './article.ts';

const ownPages = new Set([
  undefined,
  'categories',
  'search',
  'contact',
  'requests',
  'feed.xml',
  'most-read.json',
]);

/**
 * Leaves each article the old addresses that are free: none is the address of a page there is, and none leads to two
 * articles. The others are findings.
 */
export function settleRedirects(articles: readonly Article[], findings: Finding[]): Article[] {
  const taken = new Map(articles.map(({ id, file }) => [articleUrl(id), file]));
  const locales = new Set(articles.map(({ locale }) => locale));
  return articles.map((article) => {
    const { redirects, ...others } = article;
    if (redirects === undefined) return article;
    const free = redirects.filter((address) => {
      const [, first = '', second] = address.split('/');
      const isOwn = address === '' || (locales.has(first) && ownPages.has(second));
      const owner = isOwn ? 'the portal itself' : taken.get(address);
      if (owner === undefined) taken.set(address, article.file);
      else findings.push(takenAddress(article, address, owner));
      return owner === undefined;
    });
    return free.length > 0 ? { ...others, redirects: free } : others;
  });
}

function takenAddress({ file }: Article, address: string, owner: string): Finding {
  const message = `The redirection from ${address} is ignored: the address belongs to ${owner}.`;
  return { severity: 'error', file, line: 1, message };
}
