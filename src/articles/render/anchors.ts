import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from './plain-text.ts';

const headingName = /^h([1-6])$/;

/** 1 to 6 for a heading, undefined for anything else. */
export function headingDepth(node: { type: string; tagName?: string }): number | undefined {
  const depth = node.type === 'element' ? headingName.exec(node.tagName ?? '')?.[1] : undefined;
  return depth === undefined ? undefined : Number(depth);
}

/**
 * Gives every heading the id GitHub would give it, and keeps ids and `<a name>` that writers set elsewhere, or on
 * headings as `{#id}`, as targets for links. An id appears once: headings come first.
 *
 * @param titleIds ids that lead to the title above the article; they go to its first paragraph.
 * @returns every id of the article.
 */
export function setAnchors(tree: Root, titleIds: string[]): Set<string> {
  const [first] = tree.children;
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...titleIds.map(makeTarget));
  const anchors = nameHeadings(tree);
  visit(tree, 'element', (element, index, parent) => {
    if (headingDepth(element) !== undefined) return;
    keepId(element, anchors);
    if (parent === undefined || index === undefined || !isNamedPlace(element)) return;
    const { id } = element.properties;
    const target = typeof id === 'string' ? [makeTarget(id)] : [];
    parent.children.splice(index, 1, ...target, ...element.children);
    return [SKIP, index + target.length];
  });
  return anchors;
}

/** The id GitHub gives a heading with that text, were it the first of its kind. */
export function anchorOf(text: string): string {
  return new GithubSlugger().slug(wordsOf(text));
}

// A heading of pictures alone would have an empty id.
function wordsOf(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/\s+/g, ' ') : 'section';
}

/** Ids a writer set on a heading: as an attribute, as `<a name>` inside it, or as `{#id}` after its text. */
export function takeExplicitIds(heading: Element): string[] {
  const ids: string[] = [];
  const last = heading.children.at(-1);
  const suffix = last?.type === 'text' ? /\s*\{#([^\s{}]+)[^{}]*\}\s*$/.exec(last.value) : null;
  if (suffix?.[1] !== undefined && last?.type === 'text') {
    last.value = last.value.slice(0, suffix.index);
    ids.push(suffix[1]);
  }
  visit(heading, 'element', ({ properties }) => {
    const id = properties['id'] ?? properties['name'];
    if (typeof id === 'string') ids.push(id);
    delete properties['id'];
    delete properties['name'];
  });
  return ids;
}

function nameHeadings(tree: Root): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(tree, 'element', (heading) => {
    if (headingDepth(heading) === undefined) return;
    const targets = takeExplicitIds(heading).map(makeTarget);
    const id = slugger.slug(wordsOf(plainText(heading)));
    heading.properties = { id };
    heading.children.unshift(...targets);
    anchors.add(id);
  });
  return anchors;
}

function keepId({ tagName, properties }: Element, anchors: Set<string>): void {
  // The name of tabs is what makes one of them close another.
  if (tagName === 'details') return;
  const id = properties['id'] ?? properties['name'];
  delete properties['id'];
  delete properties['name'];
  if (typeof id !== 'string' || id === '' || /\s/.test(id) || anchors.has(id)) return;
  properties['id'] = id;
  anchors.add(id);
}

// `<a name="x">` and the empty `span` of a target whose id a heading has taken.
function isNamedPlace({ tagName, properties, children }: Element): boolean {
  if (tagName === 'a') return !('href' in properties);
  return tagName === 'span' && children.length === 0 && !('id' in properties);
}

function makeTarget(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] };
}
