import { readCatalog, readIndexBytes, type Catalog, type CatalogArticle } from '../built-index.ts';
import { AskedWords } from '../search/asked-words.ts';
import { loadIndex } from '../search/load-index.ts';
import type { SearchIndex } from '../search/search-index.ts';

/** The search index of one locale, and what solved tickets taught about its articles. */
export interface LiveLocale {
  index: SearchIndex;
  asked: AskedWords;
}

/** A built index folder, loaded. */
export interface LiveIndex {
  catalog: Catalog;
  locales: Map<string, LiveLocale>;
  articles: Map<string, CatalogArticle>;
}

/**
 * Loads every locale of an index folder, `DATA_DIR/index/<fingerprint>`.
 *
 * @throws Error when a file is missing, damaged, or was built by another version.
 */
export function loadIndexFolder(folder: string): LiveIndex {
  const catalog = readCatalog(folder);
  const locales = new Map(
    catalog.locales.map((locale) => {
      const index = loadIndex(readIndexBytes(folder, locale), locale);
      return [locale, { index, asked: new AskedWords(index) }];
    }),
  );
  return { catalog, locales, articles: new Map(catalog.articles.map((article) => [article.id, article])) };
}
