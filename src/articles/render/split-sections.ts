import type { Nodes, Root } from 'hast';
import { headingDepth } from './anchors.ts';
import { plainText } from './plain-text.ts';
import type { RenderedSection } from './rendered-article.ts';

/**
 * Splits an article's tree into the sections a reader can be sent to.
 *
 * Each heading at the top of the tree begins a section, whose anchor is that heading's id; text before the first
 * heading is a section with an empty anchor. Headings inside a list, a quote or a table stay in their section.
 *
 * @param toHtml writes a node as HTML; it is called once for each heading and each block.
 */
export function splitSections(tree: Root, toHtml: (node: Nodes) => string): RenderedSection[] {
  const sections: RenderedSection[] = [];
  const above: RenderedSection[] = [];
  let texts: string[] = [];
  const close = () => {
    const last = sections.at(-1);
    if (last) last.text = texts.filter((text) => text !== '').join('\n');
    texts = [];
  };
  const open = (section: Pick<RenderedSection, 'anchor' | 'title' | 'depth' | 'heading'>) => {
    close();
    while ((above.at(-1)?.depth ?? 0) >= section.depth) above.pop();
    const opened = { ...section, trail: above.map(({ title }) => title), text: '', blocks: [] };
    sections.push(opened);
    if (section.anchor !== '') above.push(opened);
  };
  for (const node of tree.children) {
    const depth = headingDepth(node);
    if (node.type === 'element' && depth !== undefined) {
      const title = plainText(node).replace(/\s+/g, ' ');
      open({ anchor: String(node.properties['id']), title, depth, heading: toHtml(node) });
    } else if (node.type === 'element') {
      if (sections.length === 0) open({ anchor: '', title: '', depth: 1, heading: '' });
      sections.at(-1)?.blocks.push(toHtml(node));
      texts.push(plainText(node));
    }
  }
  if (sections.length === 0) open({ anchor: '', title: '', depth: 1, heading: '' });
  close();
  return sections;
}
