import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imageAttributes, variantWidths, zoomAttributes } from '../../src/articles/image-variants.ts';
import { articleOf, fixtures, linesOf, readFiles, readOne } from './shelf.ts';

describe('tabs', () => {
  test('are quotes that follow one another: a browser shows one at a time, without a script', async () => {
    const { html } = await readOne(
      '> [!TAB] Windows\n> Press `Win`.\n\n> [!TAB] macOS\n> Press it.\n\nAfter.\n',
    );
    expect(html.replaceAll('\n', '')).toBe(
      '<div class="tabs"><details name="tabs-1" open><summary>Windows</summary><p>Press <code>Win</code>.</p></details>' +
        '<details name="tabs-1"><summary>macOS</summary><p>Press it.</p></details></div><p>After.</p>',
    );
  });

  test('of two groups do not close one another, and can be searched', async () => {
    const { html, sections } = await readOne('> [!TAB] A\n> one\n\nBetween.\n\n> [!ONGLET] B\n> two\n');
    expect(html).toContain('name="tabs-2"');
    expect(sections[0]?.text).toContain('one');
  });
});

describe('pictures', () => {
  test('come in several widths, and no wider than they are', () => {
    expect(variantWidths({ name: 'a.png', width: 1000 })).toEqual([480, 800, 1000]);
    expect(variantWidths({ name: 'a.jpg', width: 4000 })).toEqual([480, 800, 1200, 1600]);
    for (const name of ['a.svg', 'a.gif', 'a.webp']) expect(variantWidths({ name, width: 900 })).toEqual([]);
    expect(variantWidths({ name: 'icon.png', width: 64 })).toEqual([]);
  });

  test('say their size, and can be seen in full only where there is more to see', () => {
    const large = { file: '/x', name: 'a.png', width: 1600, height: 900 };
    expect(imageAttributes(large)).toContain('width="1600" height="900" srcset="/media/a-480.webp 480w');
    expect(zoomAttributes(large)).toBe(' href="/media/a.png"');
    expect(zoomAttributes({ ...large, width: 600, height: 300 })).toBe('');
  });

  test('are wrapped in a way to their full size, unless they are links already', async () => {
    const image = readFileSync(join(fixtures, 'fr/compte/bouton.png'));
    const shelf = await readFiles({
      'p.md': '![Bouton](b.png)\n\n[![Bouton](b.png)](https://x.example)\n',
      'b.png': image,
    });
    const [{ html = '' } = {}] = shelf.articles;
    expect(html.match(/class="zoom"/g)).toHaveLength(1);
  });
});

test('a video is shown in place and fetched by a click only', async () => {
  const shelf = await readFiles({ 'p.md': '![A tour](tour.mp4)\n', 'tour.mp4': 'not really' });
  expect(shelf.articles[0]?.html).toMatch(/<video src="\/media\/\w+-tour\.mp4" controls preload="none"/);
});

describe('old addresses', () => {
  test('lead to the article; a bare path is one below the articles', async () => {
    const shelf = await readFiles(
      { 'fr/a.md': '---\nredirects: [/help/a/, old/a]\n---\n# A\n' },
      { locales: ['fr'] },
    );
    expect(articleOf(shelf, 'fr/a').redirects).toEqual(['/help/a', '/fr/articles/old/a']);
  });

  test('of pages there are, of the portal, or of two articles are refused with a word', async () => {
    const shelf = await readFiles(
      {
        'fr/a.md': '---\nredirects: [/fr/articles/b, /fr/search, /old]\n---\n# A\n',
        'fr/b.md': '---\nredirects: [/old, /api/search]\n---\n# B\n',
      },
      { locales: ['fr'] },
    );
    expect(articleOf(shelf, 'fr/a').redirects).toEqual(['/old']);
    expect(articleOf(shelf, 'fr/b').redirects).toBeUndefined();
    expect(linesOf(shelf).join('\n')).toMatch(/\/fr\/articles\/b is ignored.*\n?.*\/fr\/search is ignored/s);
  });
});

test('questions and steps of an article are known to those who ask what it is', async () => {
  const article = await readOne('# How\n\n1. Open\n2. Close\n\n## Why?\n\nBecause.\n');
  expect(article.steps).toEqual(['Open', 'Close']);
  expect(article.questions).toEqual([{ question: 'Why?', answer: 'Because.' }]);
});
