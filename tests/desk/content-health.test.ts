import { describe, expect, it } from 'vitest';
import type { Catalog, CatalogArticle } from '../../src/built-index.ts';
import { overdueArticles, untranslatedArticles } from '../../src/components/desk/content-health.ts';

const article = (id: string, more: Partial<CatalogArticle> = {}): CatalogArticle => ({
  id,
  locale: id.slice(0, 2),
  path: id.slice(3),
  title: id,
  description: '',
  keywords: [],
  key: id.slice(3),
  category: [],
  state: 'validated',
  updated: '2026-01-01',
  file: `${id}.md`,
  ...more,
});
const catalogOf = (articles: CatalogArticle[]): Catalog => ({
  locales: ['fr', 'en'],
  defaultLocale: 'fr',
  articles,
  categories: [],
  findings: [],
});

describe('the state of the content', () => {
  it('lists articles whose review date has passed, the longest overdue first', () => {
    const catalog = catalogOf([
      article('fr/due-today', { reviewBy: '2026-06-01' }),
      article('fr/late', { reviewBy: '2026-05-31' }),
      article('fr/very-late', { reviewBy: '2025-01-01' }),
      article('fr/retired', { reviewBy: '2025-01-01', state: 'archived' }),
      article('fr/never'),
    ]);
    expect(overdueArticles(catalog, '2026-06-01').map(({ id }) => id)).toEqual(['fr/very-late', 'fr/late']);
  });

  it('lists articles that a language lacks, whatever the path of the translation', () => {
    const catalog = catalogOf([
      article('fr/facture', { key: 'invoice' }),
      article('en/invoice'),
      article('fr/retour'),
      article('en/shipping'),
      article('en/draft', { state: 'draft' }),
    ]);
    const rows = untranslatedArticles(catalog).map(({ article: { id }, missing }) => [id, missing]);
    expect(rows).toEqual([
      ['fr/retour', ['en']],
      ['en/shipping', ['fr']],
    ]);
  });
});
