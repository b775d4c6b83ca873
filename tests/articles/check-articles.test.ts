import { describe, expect, test } from 'vitest';
import { checkArticles } from '../../src/articles/check-articles.ts';
import { scaffoldArticle } from '../../src/articles/scaffold-article.ts';
import { readFiles } from './shelf.ts';

describe('checking the content', () => {
  test('tells of titles used twice, missing translations, overdue reviews and articles without text', async () => {
    const shelf = await readFiles({
      'en/a.md': '---\ntitle: Same\nreviewBy: 2026-01-31\nowner: billing\n---\n\nText',
      'en/b.md': '---\ntitle: same\n---\n\nText',
      'en/c.md': '# Only a title',
      'fr/a.md': '---\ntitle: Pareil\nreviewBy: 2026-12-31\n---\n\nTexte',
      'fr/old.md': '---\ntitle: Vieux\nstate: archived\n---\n\nTexte',
    });
    expect(
      checkArticles(shelf, '2026-02-01').map(
        ({ severity, file, message }) => `${severity} ${file} ${message}`,
      ),
    ).toEqual([
      'warning en/a.md The review was due on 2026-01-31 (owner: billing).',
      'warning en/b.md The title “same” is also that of en/a.md.',
      'warning en/b.md There is no translation into fr.',
      'warning en/c.md There is no translation into fr.',
      'warning en/c.md The article has a title and no text.',
    ]);
  });
});

describe('a new article', () => {
  const wanted = {
    title: 'Imprimante bloquée : que faire ?',
    words: ['imprimante', 'spouleur'],
    samples: ['Mon imprimante -- bloque\ndepuis hier'],
  };

  test('is a draft with an outline in its language, at a clean address', async () => {
    const { file, content } = scaffoldArticle('fr/Matériel/Imprimante Bloquée', wanted, '2026-11-22');
    expect(file).toBe('fr/materiel/imprimante-bloquee.md');
    const { articles, findings } = await readFiles({ [file]: content });
    expect(findings).toEqual([]);
    expect(articles[0]).toMatchObject({
      title: wanted.title,
      keywords: wanted.words,
      state: 'draft',
      updated: '2026-11-22',
    });
    expect(articles[0]?.headings.map(({ text }) => text)).toEqual([
      'Ce que vous constatez',
      'Que faire',
      'Si cela ne suffit pas',
    ]);
  });

  test('shows the customers’ words to the writer and to nobody else', async () => {
    const { file, content } = scaffoldArticle('fr/a', wanted, '2026-11-22');
    expect(content).toContain('- Mon imprimante — bloque depuis hier');
    const { articles } = await readFiles({ [file]: content });
    expect(JSON.stringify(articles)).not.toContain('depuis hier');
  });
});
