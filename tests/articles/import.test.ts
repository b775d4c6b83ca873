import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '../../src/articles/import/html-to-markdown.ts';
import { layOutImport } from '../../src/articles/import/lay-out-import.ts';
import { readExport } from '../../src/articles/import/read-export.ts';
import { readFolder } from '../../src/articles/import/read-folder.ts';
import { writeImported } from '../../src/articles/import/write-imported.ts';
import { readArticles } from '../../src/articles/read-articles.ts';
import { linesOf, makeFolder } from './shelf.ts';

const zendesk = {
  articles: [
    {
      id: 101,
      title: 'Être remboursé ?',
      locale: 'fr',
      section_id: 7,
      label_names: ['avoir'],
      edited_at: '2026-03-04T10:00:00Z',
      html_url: 'https://aide.example.org/hc/fr/articles/101-%C3%8Atre-rembours%C3%A9',
      body: '<h2>Délais</h2><p>Cinq jours. <a href="https://aide.example.org/hc/fr/articles/102">La carte</a>.</p><table><tr><th>A</th></tr><tr><td>B</td></tr></table>',
    },
    { id: 101, title: 'Get your money back', locale: 'en-us', body: '<p>Five days.</p>', section_id: 7 },
    {
      id: 102,
      title: 'La carte',
      locale: 'fr',
      draft: true,
      body: null,
      html_url: 'https://aide.example.org/hc/fr/articles/102-La-carte',
    },
  ],
  sections: [{ id: 7, name: 'Paiements & avoirs', category_id: 3 }],
  categories: [{ id: 3, name: 'Facturation' }],
};

const localeOf = ({ locale = 'en' }) => locale.slice(0, 2);

describe('the export of a help centre', () => {
  test('from Zendesk becomes articles in folders, with links between them', async () => {
    using folder = makeFolder({});
    await writeImported(folder.path, layOutImport(readExport(zendesk), localeOf));
    const shelf = await readArticles(folder.path);
    expect(linesOf(shelf)).toEqual([]);
    expect(shelf.articles.map(({ id, title, key, state }) => ({ id, title, key, state }))).toEqual([
      {
        id: 'en/facturation/paiements-avoirs/get-your-money-back',
        title: 'Get your money back',
        key: 'imported-101',
        state: 'validated',
      },
      {
        id: 'fr/facturation/paiements-avoirs/etre-rembourse',
        title: 'Être remboursé ?',
        key: 'imported-101',
        state: 'validated',
      },
      { id: 'fr/la-carte', title: 'La carte', key: 'la-carte', state: 'draft' },
    ]);
    const [, french] = shelf.articles;
    expect(french).toMatchObject({ keywords: ['avoir'], updated: '2026-03-04' });
    expect(french?.html).toContain('<a href="/fr/articles/la-carte">La carte</a>');
    expect(french?.headings.map(({ anchor }) => anchor)).toEqual(['délais']);
    expect(shelf.categories.map(({ title }) => title)).toContain('Paiements & avoirs');
  });

  test('from Help Scout and from Freshdesk is told by its shape', () => {
    const helpScout = {
      articles: { items: [{ id: 'a1', name: 'Name', text: '<p>T</p>', status: 'notpublished' }] },
    };
    expect(readExport(helpScout)).toMatchObject([{ source: 'helpscout:a1', title: 'Name', isDraft: true }]);
    const freshdesk = [{ id: 4, title: 'Title', description: '<p>D</p>', status: 2, tags: ['x'] }];
    expect(readExport(freshdesk)).toMatchObject([{ source: 'freshdesk:4', keywords: ['x'], isDraft: false }]);
  });

  test('of another kind is refused with what was expected', () => {
    expect(() => readExport({ users: [] })).toThrow(/not an export of articles from Zendesk/);
  });
});

describe('importing again', () => {
  const files = layOutImport(readExport(zendesk), localeOf);

  test('changes nothing', async () => {
    using folder = makeFolder({});
    expect((await writeImported(folder.path, files)).added).toHaveLength(files.length);
    expect((await writeImported(folder.path, files)).unchanged).toHaveLength(files.length);
  });

  test('never writes over what a writer has changed or deleted, and says so', async () => {
    using folder = makeFolder({ 'fr/la-carte.md': 'Mine, from before.\n' });
    expect((await writeImported(folder.path, files)).kept).toEqual(['fr/la-carte.md']);
    const [english = '', french = ''] = files
      .map(({ file }) => file)
      .filter((file) => file.includes('paiements-avoirs/') && file.endsWith('.md'));
    writeFileSync(join(folder.path, english), 'Edited.\n');
    rmSync(join(folder.path, french));
    const outcome = await writeImported(folder.path, files);
    expect(outcome.kept.sort()).toEqual([english, french, 'fr/la-carte.md'].sort());
    expect(readFileSync(join(folder.path, english), 'utf8')).toBe('Edited.\n');
  });

  test('brings what has changed in the other tool', async () => {
    using folder = makeFolder({});
    await writeImported(folder.path, files);
    const changed = files.map(({ file, content }) => ({
      file,
      content: file === 'fr/la-carte.md' ? `${String(content)}More.\n` : content,
    }));
    expect((await writeImported(folder.path, changed)).updated).toEqual(['fr/la-carte.md']);
  });
});

test('a folder of Markdown and HTML keeps its places, its images and its links', async () => {
  using from = makeFolder({
    'fr/a.md': '# A\n\n[Page](guide/page.html) ![Vue](vue.png)\n',
    'fr/vue.png': new Uint8Array([1, 2, 3]),
    'fr/guide/page.html':
      '<title>La page</title><nav>Menu</nav><main><h1>La page</h1><p>Texte <b>gras</b>.</p></main><script>x()</script>',
    'fr/bad.md': new Uint8Array([0xff, 0xfe, 0xff]),
  });
  using to = makeFolder({});
  const { files, refused } = await readFolder(from.path, {});
  expect(refused.map(({ file }) => file)).toEqual(['fr/bad.md']);
  await writeImported(to.path, files);
  const shelf = await readArticles(to.path);
  expect(linesOf(shelf)).toEqual([]);
  expect(shelf.articles.map(({ id, title, html }) => ({ id, title, html }))).toEqual([
    {
      id: 'fr/a',
      title: 'A',
      html: expect.stringContaining('<a href="/fr/articles/guide/page">Page</a>') as string,
    },
    {
      id: 'fr/guide/page',
      title: 'La page',
      html: expect.stringContaining('Texte <strong>gras</strong>.') as string,
    },
  ]);
});

test('HTML becomes the Markdown a writer would write', () => {
  const { title, markdown } = htmlToMarkdown(
    '<h1>Title</h1><ol><li>One</li><li>Two <code>x</code></li></ol><iframe src="https://video.example.org/1"></iframe><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><pre><code>a\n b</code></pre>',
  );
  expect(title).toBe('Title');
  expect(markdown).toBe(
    '# Title\n\n1. One\n2. Two `x`\n\n<https://video.example.org/1>\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n```\na\n b\n```\n',
  );
});
