import { existsSync, readFileSync } from 'node:fs';
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

/** What the page of an article shows and the catalogue does not have. */
export type PageContent = Pick<Article, 'html' | 'headings' | 'steps' | 'questions' | 'images' | 'markdown'>;

/** What an index folder holds, by name. */
export const indexFiles = {
  catalog: 'catalog.json',
  /** A line for each article that is shown: id, tab, {@link PageContent} as JSON. */
  contents: 'contents.tsv',
  index: (locale: string): string => `${locale}.index`,
  /** Vectors of the sections, where the owner has a model that makes them. */
  vectors: (locale: string): string => `${locale}.vectors`,
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

/** Reads the vectors of one locale's sections; nothing when the index was built without. */
export function readVectorBytes(indexFolder: string, locale: string): Uint8Array | undefined {
  const file = join(indexFolder, indexFiles.vectors(locale));
  return existsSync(file) ? readFileSync(file) : undefined;
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

/** The lines of the file of contents, for {@link readContents}, as bytes: together they may be a hundred megabytes. */
export function contentLines(articles: readonly Article[]): Buffer {
  const lines = articles.map(({ id, html, headings, steps, questions, images, markdown }) => {
    const content: PageContent = { html, headings, images, markdown };
    if (steps !== undefined) content.steps = steps;
    if (questions !== undefined) content.questions = questions;
    return Buffer.from(`${id}\t${JSON.stringify(content)}\n`);
  });
  return Buffer.concat(lines);
}

/** What the articles of a built index folder show, by id, each still as text for {@link parseContent}. */
export function readContents(indexFolder: string): Map<string, string> {
  const contents = new Map<string, string>();
  for (const line of readFileSync(join(indexFolder, indexFiles.contents), 'utf8').split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) contents.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return contents;
}

/** One content of {@link readContents}. */
export function parseContent(text: string): PageContent {
  return JSON.parse(text) as PageContent;
}
