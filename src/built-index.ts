import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from './articles/article.ts';
import type { Category, Shelf } from './articles/read-articles.ts';

/** What the server knows of an article without its text: enough for lists, links and checks. */
export type CatalogArticle = {
  /** Ids of the articles on the nearest subjects. */ related?: string[];
} & Pick<
  Article,
  | 'id'
  | 'locale'
  | 'path'
  | 'title'
  | 'description'
  | 'keywords'
  | 'key'
  | 'category'
  | 'product'
  | 'owner'
  | 'state'
  | 'order'
  | 'updated'
  | 'updatedBy'
  | 'redirects'
  | 'reviewBy'
  | 'closes'
  | 'file'
>;

/** The table of contents of a built index. */
export interface Catalog {
  locales: string[];
  defaultLocale: string;
  articles: CatalogArticle[];
  categories: Category[];
  findings: Shelf['findings'];
}

/** What an index folder holds, by name. */
export const indexFiles = {
  catalog: 'catalog.json',
  index: (locale: string): string => `${locale}.index`,
  /** The index cut into parts that browsers fetch: `<locale>.json` and `parts/`. */
  browser: 'browser',
};

/** Reads the catalogue of a built index folder, `DATA_DIR/index/<fingerprint>`. */
export function readCatalog(indexFolder: string): Catalog {
  return JSON.parse(readFileSync(join(indexFolder, indexFiles.catalog), 'utf8')) as Catalog;
}

/** Reads the search index of one locale, to be given to `loadIndex`. */
export function readIndexBytes(indexFolder: string, locale: string): Uint8Array {
  return readFileSync(join(indexFolder, indexFiles.index(locale)));
}

/** The part of an article that the catalogue keeps. */
export function catalogued(article: Article): CatalogArticle {
  const { id, locale, path, title, description, keywords, key, category, state, updated, file } = article;
  return {
    id,
    locale,
    path,
    title,
    description,
    keywords,
    key,
    category,
    state,
    updated,
    file,
    ...(article.updatedBy !== undefined && { updatedBy: article.updatedBy }),
    ...(article.redirects !== undefined && { redirects: article.redirects }),
    ...(article.product !== undefined && { product: article.product }),
    ...(article.owner !== undefined && { owner: article.owner }),
    ...(article.reviewBy !== undefined && { reviewBy: article.reviewBy }),
    ...(article.closes !== undefined && { closes: article.closes }),
    ...(article.order !== undefined && { order: article.order }),
  };
}
