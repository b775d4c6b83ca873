import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { readArticles } from '../../src/articles/read-articles.ts';
import { fixtures, realKnowledgeBase } from './shelf.ts';

const parser = unified().use(rehypeParse, { fragment: true });

function idsOf(html: string, isWanted: (node: Nodes) => boolean): string[] {
  const ids: string[] = [];
  visit(parser.parse(html), (node) => {
    if (node.type === 'element' && node.properties['id'] && isWanted(node))
      ids.push(String(node.properties['id']));
  });
  return ids;
}

function expectAnchorsToLead(article: Article): void {
  const anchors = article.sections.map(({ anchor }) => anchor).filter((anchor) => anchor !== '');
  const ids = idsOf(article.html, () => true);
  expect(new Set(ids).size, `${article.id} has an id twice`).toBe(ids.length);
  expect(anchors, article.id).toEqual(article.headings.map(({ anchor }) => anchor));
  const topHeadings = parser
    .parse(article.html)
    .children.flatMap((node) =>
      node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? [String(node.properties['id'])] : [],
    );
  expect(topHeadings, article.id).toEqual(anchors);
  expect(article.html, article.id).not.toMatch(/<h1|\sstyle=|\uFDD0/);
}

describe('a link to a section lands on its heading', () => {
  test('in every fixture', async () => {
    const { articles } = await readArticles(fixtures);
    expect(articles).toHaveLength(9);
    articles.forEach(expectAnchorsToLead);
  });

  const realBases = { 'kb-adobe-commerce': 422, 'kb-alchemy-fr': 3026, 'kb-dialogue-covid': 112 };
  for (const [name, count] of Object.entries(realBases)) {
    const folder = realKnowledgeBase(name);
    test.skipIf(folder === undefined)(
      `in the ${count} articles of ${name}`,
      { timeout: 240_000 },
      async () => {
        // The renderings stay in the system's temporary folder, so that only the first run is slow.
        const cacheFolder = join(tmpdir(), 'guichet-test-cache', name);
        const { articles } = await readArticles(folder ?? '', { cacheFolder });
        expect(articles).toHaveLength(count);
        articles.forEach(expectAnchorsToLead);
      },
    );
  }
});

const adobe = realKnowledgeBase('kb-adobe-commerce');
test.skipIf(adobe === undefined)(
  'a real knowledge base in two languages is read without being changed',
  async () => {
    const { articles, locales } = await readArticles(adobe ?? '');
    expect(articles).toHaveLength(422);
    expect(locales).toEqual(['en', 'fr']);
    expect(Map.groupBy(articles, ({ locale }) => locale).get('fr')).toHaveLength(211);
    const marker = /\[!(?:DNL|UICONTROL|INCLUDE|NOTE|TIP|IMPORTANT|WARNING)\b/;
    const outsideCode = articles.map(({ id, html }) => ({
      id,
      html: html.replace(/<code[^]*?<\/code>/g, ''),
    }));
    expect(outsideCode.filter(({ html }) => marker.test(html)).map(({ id }) => id)).toEqual([]);
  },
  240_000,
);
