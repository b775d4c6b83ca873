import {
  readCatalog,
  readIndexBytes,
  readVectorBytes,
  type Catalog,
  type CatalogArticle,
} from '../built-index.ts';
import { loadIndex } from '../search/load-index.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { readVectors, type SectionVectors } from '../search/section-vectors.ts';

/** A built index folder, loaded. */
export interface LiveIndex {
  catalog: Catalog;
  /** One index a locale. */
  indexes: Map<string, SearchIndex>;
  articles: Map<string, CatalogArticle>;
  /** Vectors of the sections, by locale; none without a model that makes them. */
  vectors: Map<string, SectionVectors>;
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
  const vectors = new Map(
    catalog.locales.flatMap((locale) => {
      const bytes = readVectorBytes(folder, locale);
      return bytes ? [[locale, readVectors(bytes)] as const] : [];
    }),
  );
  return {
    catalog,
    indexes,
    vectors,
    articles: new Map(catalog.articles.map((article) => [article.id, article])),
  };
}
