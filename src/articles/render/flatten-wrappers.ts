import type { Element, ElementContent, Root, RootContent } from 'hast';

const blocks = new Set([
  ...[
    'address',
    'blockquote',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['hr', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
]);

/**
 * Brings every heading and block of an article to the top of its tree: plain `div` and `section` wrappers go, and
 * words outside any block become paragraphs. Empty paragraphs go; ids that stood on what goes stay as link targets.
 */
export function flattenWrappers(tree: Root): void {
  tree.children = carryTargets(wrapLooseWords(tree.children.flatMap(unwrap)));
}

function unwrap(node: RootContent): RootContent[] {
  if (node.type !== 'element' || !isWrapper(node)) return [node];
  const id = node.properties['id'];
  const target = typeof id === 'string' && id !== '' ? [makeTarget(id)] : [];
  return [...target, ...wrapLooseWords(node.children).flatMap(unwrap)];
}

function isWrapper({ tagName, properties }: Element): boolean {
  if (tagName === 'section') return !('dataFootnotes' in properties);
  const classes = properties['className'];
  return (
    tagName === 'div' &&
    !(Array.isArray(classes) && (classes.includes('callout') || classes.includes('tabs')))
  );
}

function wrapLooseWords(nodes: RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  let loose: ElementContent[] = [];
  const close = () => {
    if (loose.some((node) => !isBlank(node))) {
      wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    }
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && !blocks.has(node.tagName))) {
      loose.push(node);
    } else {
      close();
      wrapped.push(node);
    }
  }
  close();
  return wrapped;
}

// A paragraph that holds nothing but link targets gives them to what follows, so that it leaves no gap.
function carryTargets(nodes: RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  let targets: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'p' && node.children.every(isBlankOrTarget)) {
      targets.push(...node.children.filter(isTarget));
      continue;
    }
    if (node.type === 'element' && targets.length > 0 && /^(p|h[1-6])$/.test(node.tagName)) {
      node.children.unshift(...targets);
      targets = [];
    }
    kept.push(node);
  }
  return targets.length === 0
    ? kept
    : [...kept, { type: 'element', tagName: 'p', properties: {}, children: targets }];
}

function makeTarget(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] };
}

function isBlank(node: ElementContent): boolean {
  return (
    (node.type === 'text' && node.value.trim() === '') || (node.type === 'element' && node.tagName === 'br')
  );
}

function isTarget(node: ElementContent): boolean {
  if (node.type !== 'element' || (node.tagName !== 'a' && node.tagName !== 'span')) return false;
  return node.children.every(isBlank) && !('href' in node.properties);
}

function isBlankOrTarget(node: ElementContent): boolean {
  return isBlank(node) || isTarget(node);
}
