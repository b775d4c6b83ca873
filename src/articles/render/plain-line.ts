import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const marks = /[*_`&[]/;
const beginsBlock = /^\s*(?:\d+[.)]|[-+*>#|])(?:\s|$)/;
const parser = unified().use(remarkParse);

/** One line of Markdown as the words a reader sees: without marks and links, and with entities as characters. */
export function plainLine(line: string): string {
  // What begins like a list or a heading would lose its beginning.
  if (!marks.test(line) || beginsBlock.test(line)) return line;
  // Other tools write the mark of code as an entity, so that it is there only now.
  return wordsOf(parser.parse(line)).replaceAll('`', '');
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : '';
}
