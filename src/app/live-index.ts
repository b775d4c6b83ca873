import { readCatalog, readIndexBytes, type Catalog, type CatalogArticle } from '../built-index.ts';
import { loadIndex } from '../search/load-index.ts';
import type { SearchIndex } from '../search/search-index.ts';

/** A built index folder, loaded. */
export interface LiveIndex {
  catalog: Catalog;
  /** One index a locale. */
  indexes: Map<string, SearchIndex>;
  articles: Map<string, CatalogArticle>;
}

/**
 * Loads every locale of an index folder, `DATA_DIR/index/<fingerprint>`.
 *
 * @throws Error when a file is missing, damaged, or was built by another version.
 */
export function loadIndexFolder(folder: string): LiveIndex {
  const catalog = readCatalog(folder);
  const indexes = new Map(
    catalog.locales.map((locale) => [locale, loadIndex(readIndexBytes(folder, locale), locale)]),
  );
  return { catalog, indexes, articles: new Map(catalog.articles.map((article) => [article.id, article])) };
}
