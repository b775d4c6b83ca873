import { describe, expect, it } from 'vitest';
import type { Catalog, CatalogArticle } from '../../src/built-index.ts';
import {
  categoryAddress,
  categoryUrl,
  contactUrl,
  searchUrl,
} from '../../src/components/browse/addresses.ts';
import {
  articlePlaces,
  articlesByTitle,
  categoryTrail,
  categoryTree,
  neighboursOf,
  pagesOf,
  withDescendants,
} from '../../src/components/browse/browse-catalog.ts';

function article(id: string, more: Partial<CatalogArticle> = {}): CatalogArticle {
  const [locale = '', ...names] = id.split('/');
  const path = names.join('/');
  const title = names.at(-1) ?? '';
  const file = `${id}.md`;
  const category = names.slice(0, -1);
  const state = 'validated';
  const updated = '2026-11-22';
  const base = { id, locale, path, title, key: path, category, state, updated, file } as const;
  return { ...base, description: '', keywords: [], ...more };
}

function catalogOf(...articles: CatalogArticle[]): Catalog {
  const folder = (locale: string, path: string[], order?: number) => ({
    locale,
    path,
    title: path.at(-1) ?? '',
    ...(order !== undefined && { order }),
  });
  return {
    locales: ['fr', 'en'],
    defaultLocale: 'fr',
    articles,
    categories: [
      folder('fr', ['search']),
      folder('fr', ['billing'], 1),
      folder('fr', ['billing', 'refunds']),
      folder('fr', ['empty']),
      folder('en', ['billing']),
    ],
    findings: [],
  };
}

const titles = (articles: CatalogArticle[]): string[] => articles.map(({ title }) => title);

describe('browsing', () => {
  const catalog = catalogOf(
    article('fr/billing/zebra', { order: 1 }),
    article('fr/billing/été'),
    article('fr/billing/alpha'),
    article('fr/billing/refunds/late'),
    article('fr/billing/hidden', { state: 'draft' }),
    article('fr/search/old', { state: 'archived' }),
    article('fr/search/words'),
    article('fr/welcome'),
  );
  const tree = categoryTree(catalog, 'fr');

  it('shows folders in the writers’ order, with every article below counted, and no empty folder', () => {
    expect(tree.children.map(({ title, count }) => [title, count])).toEqual([
      ['billing', 4],
      ['search', 1],
    ]);
    expect(tree.count).toBe(6);
  });

  it('shows articles in the writers’ order, then by title the way the language does, and no draft', () => {
    expect(titles(tree.children[0]?.articles ?? [])).toEqual(['zebra', 'alpha', 'été']);
    expect(titles(articlesByTitle(catalog, 'fr'))).toEqual([
      'alpha',
      'été',
      'late',
      'welcome',
      'words',
      'zebra',
    ]);
  });

  it('knows the way to a category and what is next to an article', () => {
    expect(categoryTrail(tree, ['billing', 'refunds']).map(({ title }) => title)).toEqual([
      'billing',
      'refunds',
    ]);
    expect(withDescendants(tree).map(({ title }) => title)).toEqual(['', 'billing', 'refunds', 'search']);
    const alpha = article('fr/billing/alpha');
    const { previous, next } = neighboursOf(tree, alpha);
    expect([previous?.title, next?.title]).toEqual(['zebra', 'été']);
    expect(neighboursOf(tree, article('fr/billing/refunds/late'))).toEqual({});
  });

  it('cuts a long list into pages that lose nothing', () => {
    expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(pagesOf([], 2)).toEqual([[]]);
  });
});

describe('an article in several languages', () => {
  const catalog = catalogOf(
    article('fr/billing/pay', { key: 'pay' }),
    article('en/money/pay-up', { key: 'pay' }),
    article('en/only-english'),
    article('fr/same-path', { key: 'one' }),
    article('en/same-path', { key: 'other' }),
  );
  const places = articlePlaces(catalog).map(
    ({ locale, path, article: shown }) => `${locale}/${path} <- ${shown.id}`,
  );

  it('has a page in each, whatever its address there', () => {
    expect(places).toContain('fr/billing/pay <- fr/billing/pay');
    expect(places).toContain('en/money/pay-up <- en/money/pay-up');
    expect(places).not.toContain('en/billing/pay <- fr/billing/pay');
  });

  it('is shown in another language where the translation is missing', () => {
    expect(places).toContain('fr/only-english <- en/only-english');
  });

  it('does not take the address of another article', () => {
    expect(places.filter((place) => place.includes('same-path'))).toEqual([
      'fr/same-path <- fr/same-path',
      'en/same-path <- en/same-path',
    ]);
  });
});

describe('addresses', () => {
  it('carry what the reader was looking for', () => {
    expect(searchUrl('fr', { q: 'mot de passe', product: undefined })).toBe('/fr/search?q=mot+de+passe');
    expect(contactUrl('en', { article: 'en/a&b' })).toBe('/en/contact?article=en%2Fa%26b');
    expect(contactUrl('en')).toBe('/en/contact');
  });

  it('of categories are those of their folders, page by page', () => {
    expect(categoryUrl('fr', ['Mot de passe', 'Été'])).toBe('/fr/categories/mot-de-passe/ete');
    expect(categoryUrl('fr', [], 3)).toBe('/fr/categories/page-3');
    expect(categoryUrl('fr', [])).toBe('/fr/categories');
    expect(categoryAddress([], 1)).toBe('');
  });
});
