import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/articles/read-articles.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';

const content = join(import.meta.dirname, '../../content');
const rows = readFileSync(join(import.meta.dirname, 'french.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [difficulty = '', query = '', expected = ''] = line.split('\t');
    const [path = '', depth = '1'] = expected.replace(')', '').split(' (');
    return { difficulty, query, path, depth: Number(depth) };
  });

describe('the golden table for French, over Guichet’s own manual', () => {
  let index: SearchIndex;

  beforeAll(async () => {
    const { articles } = await readArticles(content);
    const synonyms = parseSynonyms(parse(readFileSync(join(content, 'synonyms.fr.yaml'), 'utf8')));
    index = loadIndex(buildIndex('fr', articles, { synonyms }));
  });

  it('has at least eighty queries of every difficulty', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    expect(new Set(rows.map((row) => row.difficulty)).size).toBeGreaterThanOrEqual(12);
  });

  it.each(rows.filter((row) => row.path !== '–'))(
    '$difficulty: "$query" finds $path',
    ({ query, path, depth }) => {
      const found = search(index, query).hits.slice(0, depth);
      expect(found.map((hit) => hit.articleId)).toContain(`fr/${path}`);
    },
  );

  it.each(rows.filter((row) => row.path === '–'))('$difficulty: "$query" finds nothing', ({ query }) => {
    expect(search(index, query).hits.map((hit) => hit.articleId)).toEqual([]);
  });
});
