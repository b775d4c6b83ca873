import type { Element, Nodes, Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { setAnchors } from './anchors.ts';
import { groupTabs, markCallouts } from './callouts.ts';
import { flattenWrappers } from './flatten-wrappers.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { labelsFor, type Labels } from './labels.ts';
import { linkForeignMedia, markReferences } from './references.ts';
import { plainText } from './plain-text.ts';
import type { Remark, RenderedArticle, Rendering } from './rendered-article.ts';
import { sanitiseSchema } from './sanitise-schema.ts';
import { settleTitle } from './settle-title.ts';
import { splitSections } from './split-sections.ts';
import { showUnknownElements } from './unknown-elements.ts';
import { replaceMarkers } from './vendor-markers.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const raw = unified().use(rehypeRaw);
const sanitiser = unified().use(rehypeSanitize, sanitiseSchema);
const writer = unified().use(rehypeStringify);

/**
 * Renders one Markdown file, in one pass from text to sections:
 *
 * ```
 * text -> Markdown tree -> front matter, callouts -> HTML tree -> raw HTML parsed -> sanitised
 *      -> other tools' markers read -> wrappers flattened -> title settled -> ids -> links marked -> sections
 * ```
 *
 * It never throws: what cannot be rendered is an error among the remarks.
 */
export function renderArticle(text: string, locale: string): Rendering {
  try {
    return render(text, labelsFor(locale));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be rendered (${reason}). Look for lists or quotes nested very deeply.`;
    return { article: undefined, remarks: [{ severity: 'error', line: 1, message }] };
  }
}

function render(text: string, labels: Labels): Rendering {
  const markdownTree = parser.parse(text);
  const [first] = markdownTree.children;
  const yaml = first?.type === 'yaml' ? first : undefined;
  const { frontMatter, remarks } = readFrontMatter(yaml?.value ?? '');
  if (frontMatter === undefined) return { article: undefined, remarks };
  if (yaml === undefined && /^---\n[\w.-]+:/.test(text)) remarks.push(neverClosed);
  const markdown = withoutComments(text, markdownTree, yaml?.position?.end.offset ?? 0);
  const article = { frontMatter, markdown, ...renderBody(markdownTree, frontMatter, { labels, remarks }) };
  return { article, remarks };
}

// Comments are between writers: the Markdown that readers can download has none.
function withoutComments(text: string, tree: MarkdownRoot, start: number): string {
  let markdown = '';
  let from = start;
  visit(tree, 'html', ({ value, position }) => {
    if (!/^<!--[^]*-->$/.test(value.trim()) || position?.start.offset === undefined) return;
    markdown += text.slice(from, position.start.offset);
    from = position.end.offset ?? from;
  });
  return (markdown + text.slice(from)).replace(/^\n+/, '');
}

const neverClosed: Remark = {
  severity: 'warning',
  line: 1,
  message: 'The front matter that begins here is never closed by a second `---` line; it is shown as text.',
};

function renderBody(
  markdownTree: MarkdownRoot,
  { title }: FrontMatter,
  { labels, remarks }: { labels: Labels; remarks: Remark[] },
): Omit<RenderedArticle, 'frontMatter' | 'markdown'> {
  const tree = makeHtmlTree(markdownTree, labels, remarks);
  replaceMarkers(tree);
  flattenWrappers(tree);
  const { heading, titleIds } = settleTitle(tree, title, remarks);
  const anchors = setAnchors(tree, titleIds);
  const references = markReferences(tree, anchors, remarks);
  makeScrollable(tree, labels);
  nameBoxes(tree, labels);
  const sections = splitSections(tree, toHtml);
  return { heading, sections, anchors: [...anchors], references, steps: stepsOf(tree) };
}

function makeHtmlTree(markdownTree: MarkdownRoot, labels: Labels, remarks: Remark[]): Root {
  markCallouts(markdownTree, labels);
  groupTabs(markdownTree);
  showUnknownElements(markdownTree, remarks);
  const bridge = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    footnoteLabel: labels.footnotes,
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: labels.backToText,
  });
  const tree = bridge.runSync(markdownTree);
  const parsed = hasRawHtml(tree) ? raw.runSync(tree) : tree;
  linkForeignMedia(parsed, labels, remarks);
  return sanitiser.runSync(parsed);
}

function hasRawHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return false;
  });
  return found;
}

// Wide tables and long lines of code scroll by themselves, so they must be reachable with the keyboard.
function makeScrollable(tree: Root, labels: Labels): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return;
    const properties = { className: ['table-scroll'], role: 'group', ariaLabel: labels.table, tabIndex: 0 };
    const scroller: Element = { type: 'element', tagName: 'div', properties, children: [element] };
    parent.children[index] = scroller;
  });
}

// A box of a list of tasks is a form field to a screen reader, and a field needs a name.
function nameBoxes(tree: Root, { done, toDo }: Labels): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties['ariaLabel'] = properties['checked'] ? done : toDo;
  });
}

/** The steps of the first numbered list that is not inside something else; one step alone is none. */
function stepsOf(tree: Root): string[] {
  const isElement = (node: Nodes): node is Element => node.type === 'element';
  const list = tree.children.filter(isElement).find(({ tagName }) => tagName === 'ol');
  const steps = list?.children.filter(isElement).map((step) => plainText(step).replace(/\s+/g, ' ')) ?? [];
  return steps.length > 1 ? steps : [];
}

function toHtml(node: Nodes): string {
  return writer.stringify({ type: 'root', children: node.type === 'root' ? node.children : [node] });
}
