import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../src/search/search.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { openManual, readTable } from './open-manual.ts';

const rowsOf = (file: string) =>
  readTable(file).map(([difficulty = '', query = '', expected = '']) => {
    const [path = '', depth = '1'] = expected.replace(')', '').split(' (');
    return { difficulty, query, path, depth: Number(depth) };
  });

const tables = [
  { locale: 'fr', file: 'french.tsv', least: 120, difficulties: 12 },
  { locale: 'en', file: 'english.tsv', least: 40, difficulties: 8 },
] as const;

describe.each(tables)(
  'the golden table $file, over Guichet’s own manual',
  ({ locale, file, least, difficulties }) => {
    let index: SearchIndex;
    const rows = rowsOf(file);

    beforeAll(async () => {
      index = await openManual(locale);
    });

    it(`has at least ${least} queries, of at least ${difficulties} difficulties`, () => {
      expect(rows.length).toBeGreaterThanOrEqual(least);
      expect(new Set(rows.map((row) => row.difficulty)).size).toBeGreaterThanOrEqual(difficulties);
    });

    it.each(rows.filter((row) => row.path !== '–'))(
      '$difficulty: "$query" finds $path',
      ({ query, path, depth }) => {
        const found = search(index, query).hits.slice(0, depth);
        expect(found.map((hit) => hit.articleId)).toContain(`${locale}/${path}`);
      },
    );

    it.each(rows.filter((row) => row.path === '–'))('$difficulty: "$query" finds nothing', ({ query }) => {
      expect(search(index, query).hits.map((hit) => hit.articleId)).toEqual([]);
    });
  },
);
