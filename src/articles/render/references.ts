import type { Element, ElementContent, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { anchorOf } from './anchors.ts';
import type { Labels } from './labels.ts';
import type { Reference, Remark } from './rendered-article.ts';

const mark = '\uFDD0';
const markedAttribute = new RegExp(` (?:href|src)="${mark}(\\d+)${mark}"`, 'g');
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

const pastedImage =
  'An image is pasted into the text and is left out: save it as a file beside the article, and show that file.';

/**
 * Turns what would load from another site into a plain link, because reading an article must not tell a third
 * party who reads it: images of other sites, and embedded players. Run before sanitising, which drops players.
 */
export function linkForeignMedia(tree: Root, labels: Labels, remarks: Remark[]): void {
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    if (!/^(?:img|iframe|video|audio|embed)$/.test(tagName) || parent === undefined || index === undefined)
      return;
    const address = typeof properties['src'] === 'string' ? properties['src'] : '';
    if (!elsewhere.test(address)) return;
    if (/^data:/i.test(address)) {
      parent.children[index] = { type: 'text', value: String(properties['alt'] ?? '') };
      remarks.push({ severity: 'warning', line: lineOf(element), message: pastedImage });
      return;
    }
    const isPlayer = tagName !== 'img';
    const label = isPlayer
      ? playerLabel(address, labels)
      : String(properties['alt'] ?? '') || lastName(address);
    parent.children[index] = makeLink(address, label, isPlayer ? ['video-link'] : []);
    const message = `<${tagName}> from another site is shown as a link: ${address.slice(0, 200)}. Put the file beside the article.`;
    remarks.push({ severity: 'warning', line: lineOf(element), message });
  });
}

/**
 * Puts a numbered mark where an address depends on other files, and lists what the marks stand for. Links inside
 * the article are settled at once.
 */
export function markReferences(tree: Root, anchors: ReadonlySet<string>, remarks: Remark[]): Reference[] {
  const references: Reference[] = [];
  const refer: Refer = (kind, target, element) => {
    references.push({ kind, target, line: lineOf(element) });
    return `${mark}${references.length - 1}${mark}`;
  };
  let line = 1;
  visit(tree, 'element', (element, index, parent) => {
    line = element.position?.start.line ?? line;
    const { tagName, properties } = element;
    if (tagName === 'img' && isVideo(element)) settleVideo(element, refer);
    else if (tagName === 'img') {
      settleImage(element, refer, remarks);
      if (parent === undefined || index === undefined || !isAlone(parent)) return undefined;
      parent.children[index] = zoomable(element, refer);
      return SKIP;
    }
    const href = properties['href'];
    if (tagName !== 'a' || typeof href !== 'string' || elsewhere.test(href)) return undefined;
    if (!href.startsWith('#')) properties['href'] = refer('link', href, element);
    else settleOwnAnchor(element, href.slice(1), { anchors, remarks });
    return undefined;
  });
  return references;
}

/**
 * Fills the marks of rendered HTML in.
 *
 * @param attributes for each reference, the attributes that replace it, each with a space before it.
 */
export function fillReferences(html: string, attributes: readonly string[]): string {
  return attributes.length === 0
    ? html
    : html.replace(markedAttribute, (_whole, index: string) => attributes[Number(index)] ?? '');
}

/** The anchor of the set that a link means: as written, decoded, or as the heading would be named. */
export function findAnchor(wanted: string, anchors: ReadonlySet<string>): string | undefined {
  const decoded = decode(wanted);
  return [wanted, decoded, decoded.toLowerCase(), anchorOf(decoded)].find((anchor) => anchors.has(anchor));
}

/** An address without its percent signs; as it is when they make no sense. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

type Refer = (kind: Reference['kind'], target: string, element: Element) => string;

function isVideo({ properties }: Element): boolean {
  return /\.(?:mp4|webm)$/i.test(String(properties['src'] ?? ''));
}

// Nothing of a video is fetched before somebody starts it. Where it cannot be played, it can be downloaded.
function settleVideo(image: Element, refer: Refer): void {
  const { src, alt } = image.properties;
  const [target, label] = [String(src), String(alt ?? '')];
  const link = makeLink(refer('link', target, image), label || lastName(target));
  image.tagName = 'video';
  image.properties = {
    src: refer('video', target, image),
    controls: true,
    preload: 'none',
    ariaLabel: label,
  };
  image.children = [link];
}

// An image that is already a link keeps its own; in a heading or a row of words it is an icon.
function isAlone(parent: Parents): boolean {
  if (parent.type !== 'element' || !/^(?:p|figure|li|td|div|picture)$/.test(parent.tagName)) return false;
  return parent.children.every(
    (child) => child.type === 'element' || child.type === 'comment' || isSpace(child),
  );
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function zoomable(image: Element, refer: Refer): Element {
  const target = imageTargets.get(image) ?? '';
  const properties = { className: ['zoom'], href: refer('zoom', target, image) };
  return { type: 'element', tagName: 'a', properties, children: [image] };
}

const imageTargets = new WeakMap<Element, string>();

function settleImage(image: Element, refer: Refer, remarks: Remark[]): void {
  const { properties } = image;
  if (String(properties['alt'] ?? '').trim() === '') {
    const message = `The image ${String(properties['src'] ?? '')} has no alternative text, for readers who cannot see it.`;
    remarks.push({ severity: 'warning', line: lineOf(image), message });
  }
  properties['alt'] ??= '';
  if (typeof properties['src'] === 'string') {
    imageTargets.set(image, properties['src']);
    properties['src'] = refer('image', properties['src'], image);
  }
  delete properties['width'];
  delete properties['height'];
  properties['loading'] = 'lazy';
}

function settleOwnAnchor(
  link: Element,
  wanted: string,
  { anchors, remarks }: { anchors: ReadonlySet<string>; remarks: Remark[] },
): void {
  if (wanted === '' || wanted === 'top') return;
  const found = findAnchor(wanted, anchors);
  if (found !== undefined) {
    link.properties['href'] = `#${encodeURIComponent(found)}`;
    return;
  }
  delete link.properties['href'];
  remarks.push({
    severity: 'error',
    line: lineOf(link),
    message: `No heading of this article is #${wanted}.`,
  });
}

function makeLink(address: string, label: string, className: string[] = []): ElementContent {
  const children: ElementContent[] = [{ type: 'text', value: label }];
  const properties = { href: address, ...(className.length > 0 && { className }) };
  return { type: 'element', tagName: 'a', properties, children };
}

/** What a player becomes says where it leads: `Video (youtube.com)`. */
function playerLabel(address: string, { video }: Labels): string {
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1];
  return host ? `${video} (${host})` : video;
}

function lastName(address: string): string {
  return decode(/([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? address);
}

function lineOf(element: Element): number {
  return element.position?.start.line ?? 1;
}
