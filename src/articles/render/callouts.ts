import type { Blockquote, Paragraph, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { humanise } from './humanise.ts';
import type { CalloutKind, Labels } from './labels.ts';

const opening = /^\[!([\p{L}\p{M}_-]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/u;

const kinds: Record<string, CalloutKind> = {
  note: 'note',
  info: 'note',
  remarque: 'note',
  tip: 'tip',
  hint: 'tip',
  astuce: 'tip',
  conseil: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  avertissement: 'warning',
  caution: 'caution',
  danger: 'caution',
};

/** Words that make a quote one of several tabs, such as the same steps on several platforms. */
const tabWords = new Set(['tab', 'onglet']);

/**
 * Turns quotes that begin with an alert word, such as `> [!NOTE]`, into titled callouts.
 *
 * A word nobody knows makes a note with that word as its title. Text after the word is the title when more
 * follows, else it is what the callout says.
 */
export function markCallouts(tree: Root, labels: Labels): void {
  visit(tree, 'blockquote', (quote) => {
    const [paragraph] = quote.children;
    const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return;
    const match = opening.exec(text.value);
    if (match === null) return;
    makeCallout(quote, paragraph, text, { match, labels });
  });
}

function makeCallout(
  quote: Blockquote,
  paragraph: Paragraph,
  text: Text,
  { match, labels }: { match: RegExpExecArray; labels: Labels },
): void {
  const [whole, word = '', line = ''] = match;
  const known = kinds[word.toLowerCase()];
  const kind = known ?? 'note';
  const rest = text.value.slice(whole.length);
  const hasMore = rest !== '' || quote.children.length > 1;
  const endsLine = whole.endsWith('\n') || paragraph.children.length === 1;
  const isTitled = line !== '' && hasMore && endsLine;
  text.value = isTitled || line === '' ? rest : line + rest;
  if (paragraph.children[1]?.type === 'break' && text.value === '') paragraph.children.splice(1, 1);
  if (text.value === '') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
  const title = isTitled ? line : known === undefined ? humanise(word.toLowerCase()) : labels.callouts[kind];
  if (tabWords.has(word.toLowerCase())) return makeTab(quote, line || humanise(word.toLowerCase()));
  quote.children.unshift(titleOf(title));
  quote.data = { hName: 'div', hProperties: { className: ['callout', `callout-${kind}`], role: 'note' } };
}

function makeTab(quote: Blockquote, title: string): void {
  const children: Paragraph['children'] = [{ type: 'text', value: title }];
  quote.children.unshift({ type: 'paragraph', children, data: { hName: 'summary' } });
  quote.data = { hName: 'details' };
}

/**
 * Puts tabs that follow one another together, with the first one open. They are a group of `<details>` of one name, of
 * which a browser shows one at a time, so they need no script.
 */
export function groupTabs(tree: Root): void {
  let group = 0;
  visit(tree, 'blockquote', (quote, index, parent) => {
    if (!isTab(quote) || parent === undefined || index === undefined) return;
    const before = parent.children[index - 1];
    if (before?.type === 'blockquote' && isGroup(before)) {
      before.children.push(named(quote, group, false));
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    group += 1;
    parent.children[index] = groupOf(named(quote, group, true));
    return [SKIP, index + 1];
  });
}

function isTab({ data }: Blockquote): boolean {
  return data?.hName === 'details';
}

function isGroup({ data }: Blockquote): boolean {
  const classes = data?.hProperties?.['className'];
  return Array.isArray(classes) && classes.includes('tabs');
}

function named(tab: Blockquote, group: number, open: boolean): Blockquote {
  return { ...tab, data: { hName: 'details', hProperties: { name: `tabs-${group}`, open } } };
}

function groupOf(first: Blockquote): Blockquote {
  return {
    type: 'blockquote',
    children: [first],
    data: { hName: 'div', hProperties: { className: ['tabs'] } },
  };
}

function titleOf(title: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: title }],
    data: { hProperties: { className: ['callout-title'] } },
  };
}
