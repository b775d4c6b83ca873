import type { Element, Nodes } from 'hast';

const blocks = new Set([
  ...['address', 'blockquote', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'hr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody'],
  ...['tfoot', 'thead', 'tr', 'ul'],
]);
const cells = new Set(['td', 'th']);
const containers = new Set(['dl', 'ol', 'section', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul']);

/**
 * The text a reader sees: blocks, list items and table rows on lines of their own, table cells separated by tabs,
 * code as it is written, images as their alternative text. Footnote marks are left out.
 */
export function plainText(node: Nodes): string {
  return textOf(node, false)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^(?: +|\n+)/, '')
    .trimEnd();
}

function textOf(node: Nodes, isCode: boolean): string {
  if (node.type === 'text') return isCode ? node.value : node.value.replace(/\s+/g, ' ');
  if (node.type === 'element') return elementText(node, isCode);
  return node.type === 'root' ? childText(node.children, false) : '';
}

function elementText(element: Element, isCode: boolean): string {
  const { tagName, properties, children } = element;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return typeof properties['alt'] === 'string' ? ` ${properties['alt']} ` : '';
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return '';
  if (tagName === 'pre') return `\n${childText(children, true)}\n`;
  const text = childText(
    containers.has(tagName) ? children.filter((child) => child.type !== 'text') : children,
    isCode,
  );
  if (cells.has(tagName)) return `${text.trim()}\t`;
  return blocks.has(tagName) ? `\n${text.replace(/^ +| +$/g, '')}\n` : text;
}

function childText(children: Nodes[], isCode: boolean): string {
  let text = '';
  for (const child of children) {
    const words = textOf(child, isCode);
    text += !isCode && text.endsWith('\n') && child.type === 'text' ? words.trimStart() : words;
  }
  return text;
}
