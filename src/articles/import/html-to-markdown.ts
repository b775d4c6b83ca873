import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from '../render/plain-text.ts';

const parser = unified().use(rehypeParse);
const toMarkdownTree = unified().use(rehypeRemark);
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_' });
const leftOut = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'form',
  'iframe',
]);

/** A page of HTML as Markdown. */
export interface ConvertedPage {
  /** The page's `title`, else its first heading. */
  title: string | undefined;
  markdown: string;
}

/**
 * Turns a page or a piece of HTML into Markdown: the `main` or `article` element when there is one, else the body.
 * Frames become links.
 *
 * @param readdress gives each link its new address.
 */
export function htmlToMarkdown(
  html: string,
  readdress: (address: string) => string = (address) => address,
): ConvertedPage {
  const page = parser.parse(html);
  const title = find(page, ['title']) ?? find(page, ['h1', 'h2']);
  const content = find(page, ['main']) ?? find(page, ['article']) ?? find(page, ['body']);
  const tree: Root = { type: 'root', children: content?.children ?? [] };
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'a' && typeof element.properties['href'] === 'string') {
      element.properties['href'] = readdress(element.properties['href']);
    }
    if (!leftOut.has(element.tagName) || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1, ...linkTo(element));
    return [SKIP, index];
  });
  const name = title === undefined ? '' : plainText(title).replace(/\s+/g, ' ');
  return { title: name === '' ? undefined : name, markdown: writer.stringify(toMarkdownTree.runSync(tree)) };
}

function linkTo({ tagName, properties }: Element): Element[] {
  const address = properties['src'];
  if (tagName !== 'iframe' || typeof address !== 'string') return [];
  const children = [{ type: 'text' as const, value: address }];
  return [{ type: 'element', tagName: 'a', properties: { href: address }, children }];
}

function find(tree: Root, names: string[]): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!names.includes(element.tagName)) return;
    found = element;
    return false;
  });
  return found;
}
