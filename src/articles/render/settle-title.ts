import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { anchorOf, headingDepth, takeExplicitIds } from './anchors.ts';
import { plainText } from './plain-text.ts';
import type { Remark } from './rendered-article.ts';

/**
 * Leaves the page one level-1 heading, its title: drops the heading that repeats it and demotes the others.
 *
 * @returns the first heading's text, which is the title when `title` is undefined, and the ids links may use for
 * the heading that was dropped.
 */
export function settleTitle(
  tree: Root,
  title: string | undefined,
  remarks: Remark[],
): { heading: string | undefined; titleIds: string[] } {
  dropEmptyHeadings(tree, remarks);
  const headings = tree.children.filter((node) => headingDepth(node) !== undefined);
  const heading = headings.find((node) => headingDepth(node) === 1) ?? headings[0];
  const text = heading === undefined ? undefined : headingText(heading);
  const titleIds = dropTitle(tree, title ?? text);
  demoteTopHeadings(tree);
  return { heading: text, titleIds };
}

function dropEmptyHeadings(tree: Root, remarks: Remark[]): void {
  visit(tree, 'element', (element, index, parent) => {
    if (headingDepth(element) === undefined || parent === undefined || index === undefined) return;
    if (plainText(element) !== '') return;
    const line = element.position?.start.line ?? 1;
    remarks.push({ severity: 'warning', line, message: 'A heading without words is left out.' });
    parent.children.splice(index, 1);
    return index;
  });
}

// Only a heading that stands above everything is the title: a chapter may have the same name.
function dropTitle(tree: Root, title: string | undefined): string[] {
  if (title === undefined) return [];
  const first = tree.children.find((node) => node.type === 'element');
  const top = tree.children.filter((node) => headingDepth(node) === 1);
  const found =
    first !== undefined && headingDepth(first) !== undefined ? first : top.length === 1 ? top[0] : undefined;
  if (found?.type !== 'element' || bareLetters(headingText(found)) !== bareLetters(title)) return [];
  tree.children.splice(tree.children.indexOf(found), 1);
  return [...takeExplicitIds(found), anchorOf(plainText(found))];
}

/**
 * Makes level-1 headings level 2, and what follows each one level lower. A single one above all others is the title
 * in other words: the others keep their level.
 */
function demoteTopHeadings(tree: Root): void {
  const headings: Element[] = [];
  visit(tree, 'element', (element) => void (headingDepth(element) !== undefined && headings.push(element)));
  const top = headings.filter((heading) => headingDepth(heading) === 1);
  const isOtherTitle = top.length === 1 && top[0] === headings[0];
  const demoted = isOtherTitle
    ? top
    : headings.slice(top[0] === undefined ? headings.length : headings.indexOf(top[0]));
  for (const heading of demoted) heading.tagName = `h${Math.min((headingDepth(heading) ?? 1) + 1, 6)}`;
}

/** The words of a heading on one line, without `{#id}`. */
function headingText(node: Root['children'][number]): string {
  return plainText(node)
    .replace(/\s*\{#[^\s{}]+[^{}]*\}$/, '')
    .replace(/\s+/g, ' ');
}

function bareLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
