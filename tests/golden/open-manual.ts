import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readArticles } from '../../src/articles/read-articles.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';

const root = join(import.meta.dirname, '../..');

/** The index of Guichet’s own manual in one language, with its synonyms, as the portal builds it. */
export async function openManual(locale: 'fr' | 'en'): Promise<SearchIndex> {
  const content = join(root, 'content');
  const { articles } = await readArticles(content);
  const own = articles.filter((article) => article.locale === locale);
  const synonyms = parseSynonyms(parse(readFileSync(join(content, `synonyms.${locale}.yaml`), 'utf8')));
  return loadIndex(buildIndex(locale, own, { synonyms }));
}

const sharedShelf = join(root, '../shared/data/kb-adobe-commerce');

/** Whether the knowledge base of a real support team is at hand. */
export const hasSharedShelf = existsSync(sharedShelf);

/** The index of that knowledge base: 211 articles about a shop system. */
export async function openSharedShelf(locale: 'fr' | 'en'): Promise<SearchIndex> {
  const { articles } = await readArticles(sharedShelf);
  const own = articles.filter((article) => article.locale === locale);
  return loadIndex(buildIndex(locale, own));
}

/** The rows of a table beside this file: columns are separated by a tab, lines that begin with `#` are comments. */
export function readTable(name: string): string[][] {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
