import { articleUrl } from '../../articles/address.ts';
import { readPortalPage } from './portal-html.ts';

/** What the panel shows of an article. */
export interface ReadArticle {
  articleId: string;
  title: string;
  /** Language of the text, when the article stands in for a missing translation. */
  locale: string | undefined;
  /** The text of the article; its links and images lead to the portal. */
  text: HTMLElement;
}

/** Address of an article named by its id, or by an address of the portal; both may carry an `#anchor`. */
export function addressOfArticle(article: string, origin: string): URL {
  const [id = '', anchor = ''] = article.split('#');
  const isAddress = /^(\/|https?:)/.test(article);
  return new URL(isAddress ? article : articleUrl(id, anchor), origin);
}

/** Whether an address is that of an article of the portal. */
export function isArticleAddress(address: URL, origin: string): boolean {
  return address.origin === origin && /^\/[^/]+\/articles\/(?!.*\.md$)./.test(address.pathname);
}

/**
 * Fetches an article from its page: the same file everybody reads, so that caches hold one copy.
 *
 * @throws when the portal does not answer, or has no such article.
 */
export async function readArticle(address: URL): Promise<ReadArticle> {
  const answer = await fetch(address.origin + address.pathname);
  const page = readPortalPage(await answer.text());
  const [text, title] = [page.querySelector<HTMLElement>('.prose'), page.querySelector('h1')];
  if (!answer.ok || !text || !title) throw new Error(`The article answered ${answer.status}`);
  for (const link of text.querySelectorAll('a')) lead(link, 'href', address);
  for (const image of text.querySelectorAll('img')) lead(image, 'src', address);
  return {
    articleId: page.body.dataset['article'] ?? '',
    title: title.textContent,
    locale: text.lang || undefined,
    text,
  };
}

function lead(element: Element, attribute: string, address: URL): void {
  const target = element.getAttribute(attribute) ?? '';
  if (URL.canParse(target, address)) element.setAttribute(attribute, new URL(target, address).href);
}
