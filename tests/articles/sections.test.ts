import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderArticle } from '../../src/articles/render/render-article.ts';
import { readOne } from './shelf.ts';

const word = fc.stringMatching(/^[a-zéàç]{3,9}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** A block of Markdown, and the words a reader must find in it. */
const block = fc.oneof(
  phrase,
  phrase.map((text) => `- ${text}\n- **${text}** et _${text}_`),
  phrase.map((text) => `1. ${text}\n\n   > ${text}`),
  phrase.map((text) => `> [!TIP]\n> ${text}`),
  phrase.map((text) => `\`\`\`sh\n${text}\n  ${text}\n\`\`\``),
  phrase.map((text) => `| ${text} | b |\n| --- | --- |\n| c | ${text} |`),
  phrase.map((text) => `<div><p>${text}</p>${text}</div>`),
  phrase.map((text) => `![${text}](x.png) [${text}](https://example.org)`),
  fc.tuple(fc.integer({ min: 1, max: 6 }), phrase).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
);

const wordsOf = (text: string) => text.match(/[a-zéàç]{3,9}/g) ?? [];

describe('splitting an article into sections', () => {
  test('loses no word', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const markdown = blocks.join('\n\n');
        const { article } = renderArticle(`---\ntitle: Zz\n---\n\n${markdown}\n`, 'fr');
        const kept = new Set(
          (article?.sections ?? []).flatMap(({ title, text }) => wordsOf(`${title}\n${text}`)),
        );
        const syntax = new Set(['div', 'png', 'https', 'example', 'org', 'tip']);
        for (const wanted of wordsOf(markdown)) if (!syntax.has(wanted)) expect(kept).toContain(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test('gives every section an id of its own that the page has', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const { article } = renderArticle(`---\ntitle: Zz\n---\n\n${blocks.join('\n\n')}\n`, 'fr');
        const anchors = (article?.sections ?? []).map(({ anchor }) => anchor);
        expect(new Set(anchors).size).toBe(anchors.length);
        for (const { anchor, heading } of article?.sections ?? []) {
          if (anchor !== '') expect(heading).toContain(` id="${anchor}"`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('keeps text before the first heading under the article’s title', async () => {
    const { sections } = await readOne(
      '---\ntitle: Refunds\n---\n\nFirst.\n\n## When\n\nSoon.\n\n### Cards\n\nFive days.',
    );
    expect(sections.map(({ anchor, title, trail, text }) => ({ anchor, title, trail, text }))).toEqual([
      { anchor: '', title: 'Refunds', trail: [], text: 'First.' },
      { anchor: 'when', title: 'When', trail: [], text: 'Soon.' },
      { anchor: 'cards', title: 'Cards', trail: ['When'], text: 'Five days.' },
    ]);
  });

  test('keeps code as it is written, cells and list items apart', async () => {
    const { sections } = await readOne(
      'Intro.\n\n```\n  indented\n\n    more\n```\n\n| a | b |\n| - | - |\n| c | d |\n\n- one\n- two<br> three\n',
    );
    expect(sections[0]?.text).toBe('Intro.\n  indented\n    more\na\tb\nc\td\none\ntwo\nthree');
  });

  test('keeps an article that has only a title', async () => {
    const { title, sections, html } = await readOne('# Only a title\n');
    expect({ title, html }).toEqual({ title: 'Only a title', html: '' });
    expect(sections).toEqual([{ anchor: '', title: 'Only a title', trail: [], text: '', blocks: [] }]);
  });
});

describe('headings', () => {
  test('the one that repeats the title is dropped, whatever its spelling, and its links go to the top', async () => {
    const { html, title } = await readOne(
      '---\ntitle: "Hosts: checking"\n---\n\n# <a name="old"></a>Hosts — *checking*.\n\nText. [Top](#old), [again](#hosts--checking)\n',
    );
    expect(title).toBe('Hosts: checking');
    expect(html).toBe(
      '<p><span id="old"></span><span id="hosts--checking"></span>Text. <a href="#old">Top</a>, <a href="#hosts--checking">again</a></p>',
    );
  });

  test('old anchors stay targets without touching the words of the heading', async () => {
    const { headings, html } = await readOne(
      'Intro [see](#old-name)\n\n## <a name="old-name"></a>Nouveau titre\n\n### Titre {#code}',
    );
    expect(headings).toEqual([
      { depth: 2, anchor: 'nouveau-titre', text: 'Nouveau titre' },
      { depth: 3, anchor: 'titre', text: 'Titre' },
    ]);
    expect(html).toContain('<h2 id="nouveau-titre"><span id="old-name"></span>Nouveau titre</h2>');
    expect(html).toContain('<h3 id="titre"><span id="code"></span>Titre</h3>');
  });

  test('of pictures alone have a usable id', async () => {
    const { headings } = await readOne('Intro\n\n## 🎉\n\nA\n\n## 🎉\n\nB\n\n## !!!\n\nC');
    expect(headings.map(({ anchor }) => anchor)).toEqual(['section', 'section-1', 'section-2']);
  });

  test('chapters become level 2, and what is below them level 3', async () => {
    const { headings, title } = await readOne('# Title\n\n## A\n\nText\n\n# Chapter\n\n## B\n\nText');
    expect(title).toBe('Title');
    expect(headings.map(({ depth, text }) => `${depth} ${text}`)).toEqual(['2 A', '2 Chapter', '3 B']);
  });
});
