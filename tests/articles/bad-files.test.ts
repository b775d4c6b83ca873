import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../../src/articles/read-articles.ts';
import { linesOf, makeFolder, readFiles } from './shelf.ts';

const good = '# Refunds\n\nMoney comes back in five days.\n';

/** Reads a bad file beside a good one, which must not suffer. */
async function readBeside(file: string, content: string | Uint8Array) {
  const shelf = await readFiles({ 'good.md': good, [file]: content }, { defaultLocale: 'en' });
  expect(shelf.articles.map(({ id }) => id)).toContain('en/good');
  return { shelf, lines: linesOf(shelf), isShown: shelf.articles.length === 2 };
}

describe('a file that cannot be an article is named and left out', () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['an empty file', '', /^bad\.md:1 The file is empty/],
    ['a file of blank lines', '\n \n\n', /^bad\.md:1 The file is empty/],
    [
      'a picture named .md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
      /^bad\.md:1 .*not valid UTF-8/,
    ],
    ['NUL bytes', 'Text\0with NUL', /^bad\.md:1 The file holds NUL bytes/],
    ['Latin-1 text', new Uint8Array([0x61, 10, 0x62, 10, 0xe9, 10]), /^bad\.md:3 .*save it as UTF-8/],
    ['five megabytes', 'word '.repeat(1_000_000), /^bad\.md:1 The file has 5\.0 MB; .* Split it/],
    [
      'broken YAML',
      '---\ntitle: ok\ntags: [a\n---\n\nText\n',
      /^bad\.md:\d The front matter is not valid YAML/,
    ],
    ['a key written twice', '---\ntitle: a\ntitle: b\n---\n\nText\n', /^bad\.md:3 .*unique/],
    [
      'front matter that is a list',
      '---\n- a\n---\n\nText\n',
      /^bad\.md:2 .*must be a list of `key: value` lines/,
    ],
  ];
  test.for(cases)('%s', async ([, content, message]) => {
    const { shelf, lines, isShown } = await readBeside('bad.md', content);
    expect(isShown).toBe(false);
    expect(lines).toEqual([expect.stringMatching(message)]);
    expect(shelf.findings[0]?.severity).toBe('error');
  });
});

describe('a file with a mistake is still shown', () => {
  test('a value of the wrong kind is an error on its line, and is ignored', async () => {
    const { shelf, lines, isShown } = await readBeside(
      'bad.md',
      '---\ntitle: Fine\norder: first\nstate: done\n---\nText',
    );
    expect(isShown).toBe(true);
    expect(lines).toEqual([
      'bad.md:3 The value of `order` is ignored: write a number.',
      'bad.md:4 The value of `state` is ignored: write draft, unvalidated, validated or archived.',
    ]);
    expect(shelf.articles[0]).toMatchObject({ title: 'Fine', state: 'validated' });
  });

  test('front matter of another tool is one warning', async () => {
    const { shelf, lines } = await readBeside(
      'bad.md',
      '---\ntitle: Fine\nms.author: x\nlayout: y\n---\nText',
    );
    expect(lines).toEqual([
      expect.stringContaining('bad.md:3 Unknown front matter is ignored: ms.author, layout.'),
    ]);
    expect(shelf.findings[0]?.severity).toBe('warning');
  });

  test('front matter that is never closed is told', async () => {
    const { lines, isShown } = await readBeside('bad.md', '---\ntitle: Fine\n\nText');
    expect(isShown).toBe(true);
    expect(lines).toEqual([
      expect.stringContaining('bad.md:1 The front matter that begins here is never closed'),
    ]);
  });
});

describe('texts that other editors write are read', () => {
  test('a title with marks around its words is shown without them', async () => {
    const { shelf } = await readBeside(
      'other.md',
      '---\ntitle: Cron stuck in **running** `status` at 2 ** 8\n---\n\nText.\n',
    );
    expect(shelf.articles[1]?.title).toBe('Cron stuck in running status at 2 ** 8');
  });

  const utf16 = (text: string, isBigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return isBigEndian ? bytes.swap16() : bytes;
  };
  const text = '---\ntitle: Été\n---\n\nDéjà vu.\n';
  const cases: [string, string | Uint8Array][] = [
    ['UTF-8 with a byte order mark', `\uFEFF${text}`],
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
  ];
  test.for(cases)('%s', async ([, content]) => {
    const { shelf, lines } = await readBeside('other.md', content);
    expect(lines).toEqual([]);
    expect(shelf.articles[1]).toMatchObject({
      title: 'Été',
      html: '<p>Déjà vu.</p>',
      markdown: 'Déjà vu.\n',
    });
  });
});

describe('folders', () => {
  test('an empty folder is an empty shelf', async () => {
    expect(await readFiles({}, { defaultLocale: 'fr' })).toEqual({
      articles: [],
      categories: [],
      findings: [],
      locales: ['fr'],
    });
  });

  test('a folder that is not there is said to be missing', async () => {
    await expect(readArticles('/nowhere/at/all')).rejects.toThrow(/nowhere/);
  });

  test('a symbolic link to its own folder is followed once', async () => {
    using folder = makeFolder({ 'a/page.md': good });
    symlinkSync(folder.path, join(folder.path, 'a/again'));
    symlinkSync('/nowhere/at/all.md', join(folder.path, 'broken.md'));
    const shelf = await readArticles(folder.path);
    expect(shelf.articles.map(({ id }) => id)).toEqual(['en/a/page']);
    expect(linesOf(shelf)).toEqual([
      expect.stringContaining('a/again:1 This symbolic link leads back'),
      expect.stringContaining('broken.md:1 This cannot be read'),
    ]);
  });

  test('drafts of the tools themselves are skipped', async () => {
    const { articles } = await readFiles({
      'page.md': good,
      '_draft.md': good,
      '.hidden/page.md': good,
      '_parts/page.md': good,
      'node_modules/x/readme.md': good,
      'notes.txt': good,
    });
    expect(articles.map(({ file }) => file)).toEqual(['page.md']);
  });

  test('two files with one address are both named, and the second is left out', async () => {
    const shelf = await readFiles({ 'My Page.md': good, 'my-page.md': good }, { defaultLocale: 'en' });
    expect(shelf.articles.map(({ file }) => file)).toEqual(['My Page.md']);
    expect(linesOf(shelf)).toEqual([
      expect.stringMatching(/^my-page\.md:1 .*same address as My Page\.md \(en\/my-page\)/),
    ]);
  });
});

test('lists and quotes nested beyond reason are an error, not a crash', { timeout: 60_000 }, async () => {
  const { lines } = await readBeside('deep.md', `${'> '.repeat(10_000)}deep`);
  expect(lines).toEqual([expect.stringContaining('deep.md:1 The file cannot be rendered')]);
});
