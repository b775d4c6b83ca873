import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleUrl } from '../../src/articles/address.ts';
import { openArticles, readArticles } from '../../src/articles/read-articles.ts';
import { translationsOf } from '../../src/articles/translations.ts';
import { articleOf, fixtures, linesOf, makeFolder, readFiles } from './shelf.ts';

const french =
  'Pour être remboursé, écrivez à notre équipe avec le numéro de la commande et la date de votre achat.';
const english =
  'To get your money back, write to our team with the number of the order and the day you bought it.';

describe('the language of an article', () => {
  test('comes from its first folder', async () => {
    const shelf = await readFiles({ 'fr/a.md': french, 'pt-br/b.md': 'x' });
    expect(shelf.articles.map(({ id }) => id)).toEqual(['fr/a', 'pt-BR/b']);
  });

  test('is found once in the texts when no folder tells', async () => {
    expect((await readFiles({ 'hr/a.md': french, 'sales/b.md': 'ok' })).articles.map(({ id }) => id)).toEqual(
      ['fr/hr/a', 'fr/sales/b'],
    );
    expect((await readFiles({ 'a.md': english })).locales).toEqual(['en']);
  });

  test('is the declared default outside the declared folders', async () => {
    const options = { locales: ['fr', 'en'], defaultLocale: 'fr' };
    const shelf = await readFiles({ 'EN/a.md': english, 'de/b.md': english, 'c.md': english }, options);
    expect(shelf.articles.map(({ id }) => id)).toEqual(['en/a', 'fr/c', 'fr/de/b']);
    expect(shelf.locales).toEqual(['fr', 'en']);
  });
});

describe('addresses', () => {
  test('are made of the folders and the file, in letters every browser takes', async () => {
    const { articles } = await readFiles(
      {
        'Compte/Mot de passe oublié.md': french,
        "l'été/Œuvre – 2.4.3-p2.MD": french,
        'guides/README.md': french,
        'index.md': french,
        'цены.md': french,
        '🎉.md': french,
      },
      { defaultLocale: 'fr' },
    );
    expect(articles.map(({ path }) => path).sort()).toEqual(
      ['compte/mot-de-passe-oublie', 'guides', 'index', 'l-ete/oeuvre-2.4.3-p2', 'untitled', 'цены'].sort(),
    );
  });

  test('of a section end in its anchor', () => {
    expect(articleUrl('fr/compte/acces', 'délais')).toBe('/fr/articles/compte/acces#d%C3%A9lais');
  });
});

describe('the fixtures', () => {
  test('give every field of an article', async () => {
    const shelf = await readArticles(fixtures);
    const article = articleOf(shelf, 'fr/compte/mot-de-passe-oublie');
    expect(article).toMatchObject({
      title: 'Réinitialiser un mot de passe oublié',
      keywords: ['mdp', 'connexion impossible'],
      key: 'forgot-password',
      category: ['compte'],
      product: 'portail',
      owner: 'comptes',
      order: 1,
      updated: '2026-10-05',
      reviewBy: '2027-04-05',
    });
    expect(article.html).toMatch(
      /<img src="\/media\/[0-9a-f]{12}-bouton\.png" width="24" height="16" alt="[^"]+" loading="lazy">/,
    );
    expect(article.images[0]?.file).toBe(join(fixtures, 'fr/compte/bouton.png'));
    expect(article.html).toContain('<p class="callout-title">Attention</p>');
    expect(article.html).toContain(
      '<div class="callout callout-tip" role="note">\n<p class="callout-title">Vous gérez',
    );
    expect(article.html).toContain(
      'href="/fr/articles/facturation/remboursements#d%C3%A9lais-par-moyen-de-paiement"',
    );
    expect(article.html).toContain('<a href="/fr/articles/erreurs/0x80070005">');
    expect(translationsOf(shelf.articles).get(article.id)).toEqual({
      fr: 'fr/compte/mot-de-passe-oublie',
      en: 'en/account/forgot-password',
    });
  });

  test('have categories, with the title of their description or of their folder', async () => {
    const { categories } = await readArticles(fixtures);
    expect(categories.filter(({ locale }) => locale === 'fr')).toEqual([
      {
        locale: 'fr',
        path: ['compte'],
        title: 'Votre compte',
        order: 1,
        description: 'Connexion, mot de passe et coordonnées.',
      },
      { locale: 'fr', path: ['erreurs'], title: 'Erreurs' },
      { locale: 'fr', path: ['facturation'], title: 'Facturation' },
    ]);
  });

  test('show the markers of other tools as words', async () => {
    const { title, html, updated } = articleOf(await readArticles(fixtures), 'en/errors/markers');
    expect({ title, updated }).toEqual({ title: 'Markers of Other Tools', updated: '2021-07-30' });
    expect(html).toContain('Open <strong>Stores</strong> > <strong>Configuration</strong>');
    expect(html).toContain('<a href="#redis">configure Redis</a>');
    expect(html).toContain('This is about the product only.');
    expect(html).toContain('<code>[!DNL code]</code>');
    expect(html).not.toMatch(/banner|:::|\{#|\[!(?!DNL code)/);
  });
});

describe('links', () => {
  test('that lead nowhere are errors on their lines, and the reader gets plain words', async () => {
    const shelf = await readFiles(
      {
        'a.md':
          '# A\n\n[one](missing.md)\n\n[two](b.md#nothing)\n\n![three](gone.png)\n\n[four](#nowhere) [five](sub/)',
        'b.md': '# B\n\nText [outside](../../etc/passwd.txt) and [a page](/billing).',
      },
      { defaultLocale: 'en' },
    );
    expect(linesOf(shelf)).toEqual([
      'a.md:3 The link leads nowhere: missing.md',
      'a.md:5 No heading of en/b is #nothing: b.md#nothing',
      'a.md:7 There is no image gone.png',
      'a.md:9 No heading of this article is #nowhere.',
      'a.md:9 The link leads nowhere: sub/',
      'b.md:3 The link leads nowhere: ../../etc/passwd.txt',
      'b.md:3 The link leaves the articles for another page of this site, which may not exist: /billing',
    ]);
    expect(articleOf(shelf, 'en/a').html).toContain('<a>one</a>');
    expect(articleOf(shelf, 'en/a').html).toContain('<a href="/en/articles/b">two</a>');
  });

  test('are followed from the root of another tool’s repository, with and without extension', async () => {
    const shelf = await readFiles({
      'en/a.md':
        '[1](/help/billing/b.md#when) [2](billing/b) [3](./billing/b.md?x=1) [4](billing/) [5](../fr/c.md) [6](/en/contact)',
      'en/billing/b.md': '## When\n\nText',
      'en/billing/index.md': 'Index',
      'fr/c.md': 'Texte',
    });
    expect(linesOf(shelf)).toEqual([]);
    expect([...articleOf(shelf, 'en/a').html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/en/articles/billing/b#when',
      '/en/articles/billing/b',
      '/en/articles/billing/b',
      '/en/articles/billing',
      '/fr/articles/c',
      '/en/contact',
    ]);
  });

  test('to a document beside the article serve it', async () => {
    const shelf = await readFiles({
      'a.md': '[Form](form.pdf) [Tool](tool.exe)',
      'form.pdf': '%PDF',
      'tool.exe': 'x',
    });
    const [article] = shelf.articles;
    expect(article?.html).toMatch(/<a href="\/media\/[0-9a-f]{12}-form\.pdf">Form<\/a> <a>Tool<\/a>/);
    expect(article?.images.map(({ name }) => name)).toEqual([expect.stringMatching(/-form\.pdf$/)]);
  });
});

describe('the date of an article without one', () => {
  test('is that of its last change in git, else of its file', async () => {
    using folder = makeFolder({ 'a.md': 'A', 'b.md': 'B' });
    const date = '2025-03-04T12:00:00Z';
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder.path,
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
    git('init', '-q');
    git('add', 'a.md');
    git('commit', '-q', '-m', 'x');
    utimesSync(join(folder.path, 'b.md'), new Date('2024-01-02T12:00:00Z'), new Date('2024-01-02T12:00:00Z'));
    const { articles } = await readArticles(folder.path);
    expect(articles.map(({ updated }) => updated)).toEqual(['2025-03-04', '2024-01-02']);
  });
});

describe('reading again', () => {
  test('gives the same shelf from the cache, in one file', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'cache-'));
    try {
      const first = await readArticles(fixtures, { cacheFolder });
      const [file = ''] = readdirSync(cacheFolder);
      const { mtimeMs } = statSync(join(cacheFolder, file));
      expect(await readArticles(fixtures, { cacheFolder })).toEqual(first);
      expect(statSync(join(cacheFolder, file)).mtimeMs).toBe(mtimeMs);
      writeFileSync(join(cacheFolder, file), 'not\ta cache\n');
      expect(await readArticles(fixtures, { cacheFolder })).toEqual(first);
    } finally {
      rmSync(cacheFolder, { recursive: true });
    }
  });

  test('after an edit renders that article alone', async () => {
    using folder = makeFolder({ 'a.md': 'Before.', 'b.md': 'Same.' });
    const rendered: number[] = [];
    const read = await openArticles(folder.path, {
      onProgress: (done, total) => rendered.push(total - done),
    });
    await read();
    rendered.length = 0;
    writeFileSync(join(folder.path, 'a.md'), 'After.');
    expect((await read()).articles.map(({ html }) => html)).toEqual(['<p>After.</p>', '<p>Same.</p>']);
    expect(rendered).toEqual([0]);
  });

  test('with worker threads gives what one thread gives', { timeout: 120_000 }, async () => {
    const text = (number: number) =>
      `---\ntitle: Page ${number}\n---\n\n## Part\n\nSee [next](p${number + 1}.md).\n`;
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_none, number) => [`p${number}.md`, text(number)]));
    const many = await readFiles(files(230), { defaultLocale: 'en' });
    const few = await readFiles(files(30), { defaultLocale: 'en' });
    expect(many.articles).toHaveLength(230);
    expect(many.articles.find(({ id }) => id === 'en/p7')).toEqual(
      few.articles.find(({ id }) => id === 'en/p7'),
    );
  });
});
