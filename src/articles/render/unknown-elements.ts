import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Remark } from './rendered-article.ts';

const htmlElements = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript ' +
    'object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script search ' +
    'section select slot small source span strike strong style sub summary sup svg table tbody td template textarea ' +
    'tfoot th thead time title tr track tt u ul var video wbr path g circle rect xmp'
  ).split(' '),
);

const blockParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/**
 * Turns tags of elements that HTML does not have into text: in `run ssh <server>` the reader must see `<server>`,
 * which a browser would swallow.
 */
export function showUnknownElements(tree: Root, remarks: Remark[]): void {
  visit(tree, 'html', (node, index, parent) => {
    const name = unknownElement(node);
    if (name === undefined || parent === undefined || index === undefined) return;
    const text = {
      type: 'text' as const,
      value: node.value,
      ...(node.position && { position: node.position }),
    };
    parent.children[index] = blockParents.has(parent.type) ? { type: 'paragraph', children: [text] } : text;
    if (!node.value.startsWith('</')) {
      const message = `<${name}> is not an HTML element and is shown as text: write it as \`<${name}>\`.`;
      remarks.push({ severity: 'warning', line: node.position?.start.line ?? 1, message });
    }
  });
}

function unknownElement(node: Html): string | undefined {
  const name = /^<\/?([a-z][^\s/>]*)/i.exec(node.value)?.[1];
  return name === undefined || htmlElements.has(name.toLowerCase()) ? undefined : name;
}
