import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { plainText } from './plain-text.ts';

const wholeMarker = /\[!\s*([A-Za-z]+)[ \t\n]+((?:[^[\]]|\[[^[\]]*\])+)\]/g;
const attributeMarker = /\[!\s*(?:div|span)\s[^\]]*\]/g;
const openMarker = /\[!\s*([A-Za-z]+)\s*$/;
const layoutMarker = /:::\s*(?:row|column|image|zone|moniker)(?:-end)?(?:\s[^:]*)?:::/g;
const imageMarker = /:::image\s([^:]*?source="([^"]*)"(?:[^:]|:(?!::))*?):::/;
const words = new Set(['li', 'p', 'td']);
const code = new Set(['code', 'pre', 'kbd', 'samp']);

/**
 * Shows as plain words what other publishing tools mark up in their own way: `[!DNL Fastly]` is `Fastly`,
 * `[!VIDEO address]` a link, `[!INCLUDE [label](file)]` alone in its paragraph is nothing and in a sentence its
 * label, `:::row:::` is nothing, `:::image source="…" alt-text="…":::` an image. Code is left as it is.
 */
export function replaceMarkers(parent: Root | Element): void {
  if (parent.type === 'element' && code.has(parent.tagName)) return;
  for (const child of parent.children) if (child.type === 'element') replaceMarkers(child);
  if (parent.type === 'element' && words.has(parent.tagName)) parent.children.forEach(dropId);
  if (!parent.children.some((child) => child.type === 'text' && /\[!|:::|^\{/.test(child.value))) return;
  const all: (RootContent | ElementContent)[] = parent.children;
  const children = all.filter((child) => child.type !== 'doctype');
  parent.children = dropAttributeLists(joinMarkers(children.flatMap(replaceInText)));
}

// `{#id}` names a heading, and is read there; behind other words nothing can be done with it.
function dropId(child: ElementContent): void {
  if (child.type === 'text') child.value = child.value.replace(/[ \t]*\{#[^\s{}]+\}(?=\s*$)/, '');
}

/** The words of a text that holds `[!DNL Fastly]` and the like. */
export function stripMarkers(text: string): string {
  return text.replace(attributeMarker, '').replace(wholeMarker, '$2');
}

function replaceInText(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  const image = imageMarker.exec(node.value);
  if (image === null) {
    node.value = stripMarkers(node.value).replace(layoutMarker, '');
    return [node];
  }
  const alt = /alt-text="([^"]*)"/.exec(image[1] ?? '')?.[1] ?? '';
  const before: Text = { type: 'text', value: node.value.slice(0, image.index) };
  const after: Text = { type: 'text', value: node.value.slice(image.index + image[0].length) };
  const properties = { src: image[2] ?? '', alt };
  const found: Element = { type: 'element', tagName: 'img', properties, children: [] };
  return [before, { ...found, ...(node.position && { position: node.position }) }, ...replaceInText(after)];
}

// `[!INCLUDE [label](file)]` reaches the tree as text, link, text: its two halves are taken off here.
function joinMarkers(children: ElementContent[]): ElementContent[] {
  for (const [index, node] of children.entries()) {
    const word = node.type === 'text' ? openMarker.exec(node.value)?.[1]?.toLowerCase() : undefined;
    const end = children.findIndex(
      (other, at) => at > index && other.type === 'text' && other.value.includes(']'),
    );
    const closing = children[end];
    if (node.type !== 'text' || word === undefined || closing?.type !== 'text') continue;
    node.value = node.value.replace(openMarker, '');
    closing.value = closing.value.replace(']', '');
    if (word === 'include') replaceInclude(children, index + 1, end);
  }
  return children;
}

function replaceInclude(children: ElementContent[], start: number, end: number): void {
  const others = [...children.slice(0, start), ...children.slice(end)];
  const isAlone = others.every((other) => other.type === 'text' && other.value.trim() === '');
  const included = children.slice(start, end).map((node) => (isAlone ? '' : plainText(node)));
  children.splice(start, end - start, { type: 'text', value: included.join('') });
}

function dropAttributeLists(children: ElementContent[]): ElementContent[] {
  for (const [index, node] of children.entries()) {
    const previous = children[index - 1];
    if (node.type !== 'text' || previous?.type !== 'element' || !/^(img|a)$/.test(previous.tagName)) continue;
    node.value = node.value.replace(/^\{[^{}\n]*\}/, '');
  }
  return children;
}
