import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Article } from '../../src/articles/article.ts';
import { isPublished } from '../../src/articles/is-published.ts';
import { ModelUnavailable } from '../../src/answers/model.ts';
import { readArticles, type Shelf } from '../../src/articles/read-articles.ts';
import { catalogued, contentLines, indexFiles, type Catalog } from '../../src/built-index.ts';
import { relatedArticles } from '../../src/search/related-articles.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { splitIndex } from '../../src/search/split-index.ts';
import { parseSynonyms, type Synonyms } from '../../src/search/synonyms.ts';
import type { Settings } from '../../src/settings.ts';
import { readSite, type Site } from '../../src/site.ts';
import { say, showProgress } from '../progress.ts';

/** What building the index gives besides the files. */
export interface BuiltIndex {
  /** Number of articles. */
  articles: number;
  bytes: number;
  seconds: number;
}

/** Where an index stands while it is being made. */
export function unfinishedFolder(folder: string): string {
  return `${folder}.unfinished`;
}

/**
 * Reads the articles and writes their index into `folder`, complete or not at all.
 *
 * @param onCatalogued called when all that pages show stands in the unfinished folder; the folder gets its name only
 * when what it returns is settled.
 */
export async function buildIndexFolder(
  settings: Settings,
  folder: string,
  onCatalogued?: () => Promise<void>,
): Promise<BuiltIndex> {
  const started = Date.now();
  const unfinished = unfinishedFolder(folder);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { articles, locales } = await writeCatalog(settings, unfinished);
  const shown = onCatalogued?.();
  let bytes = 0;
  for (const locale of locales) {
    bytes += writeLocale(unfinished, locale, articles, readSynonyms(settings.contentFolder, locale));
  }
  await embed(settings, unfinished);
  const seconds = (Date.now() - started) / 1000;
  await shown;
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return { articles: articles.length, bytes, seconds };
}

/** Writes what pages show, and gives what the search index is made of. */
async function writeCatalog(
  settings: Settings,
  folder: string,
): Promise<{ articles: Article[]; locales: string[] }> {
  const site = readSite(settings.contentFolder);
  const shelf = await readArticles(settings.contentFolder, {
    ...(site.locales && { locales: site.locales }),
    ...(site.defaultLocale && { defaultLocale: site.defaultLocale }),
    cacheFolder: join(settings.dataFolder, 'cache'),
    onProgress: showProgress('articles read'),
  });
  reportFindings(shelf);
  const catalog = catalogOf(shelf, site);
  writeFileSync(join(folder, indexFiles.catalog), JSON.stringify(catalog));
  writeFileSync(join(folder, indexFiles.contents), contentLines(shelf.articles.filter(isPublished)));
  // The index is made of sections: what only pages show need not stay in memory beside it.
  const articles = shelf.articles.map((article) => ({ ...article, html: '', markdown: '' }));
  return { articles, locales: catalog.locales };
}

/** A server of vectors that fails costs what they add, and not the build. */
async function embed({ openai, dataFolder }: Settings, indexFolder: string): Promise<void> {
  const { embeddingModel } = openai;
  if (embeddingModel === undefined || (openai.baseUrl ?? openai.apiKey) === undefined) return;
  const { openAiEmbedder } = await import('../../src/answers/openai-model.ts');
  const { embedSections } = await import('./embed-sections.ts');
  try {
    const place = { indexFolder, cacheFolder: join(dataFolder, 'cache') };
    await embedSections(openAiEmbedder({ ...openai, embeddingModel, timeoutMs: 60_000 }), place);
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error;
    say(`warning: ${embeddingModel}: ${error.message} Search goes by words; the next build embeds the rest.`);
  }
}

function writeLocale(folder: string, locale: string, all: Article[], synonyms: Synonyms): number {
  const articles = all.filter((article) => article.locale === locale);
  const index = buildIndex(locale, articles, { synonyms });
  writeFileSync(join(folder, indexFiles.index(locale)), index);
  const { manifest, parts } = splitIndex(index);
  const partsFolder = join(folder, indexFiles.browser, 'parts');
  mkdirSync(join(partsFolder, manifest.folder), { recursive: true });
  writeFileSync(join(folder, indexFiles.browser, `${locale}.json`), JSON.stringify(manifest));
  for (const part of parts) writeFileSync(join(partsFolder, part.name), part.bytes);
  return index.byteLength;
}

function readSynonyms(contentFolder: string, locale: string): Synonyms {
  const file = join(contentFolder, `synonyms.${locale}.yaml`);
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    return { groups: [], rules: [] };
  }
  try {
    return parseSynonyms(parse(source));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be used: ${reason}`, { cause: error });
  }
}

function catalogOf(shelf: Shelf, site: Site): Catalog {
  const byLocale = Map.groupBy(shelf.articles.filter(isPublished), ({ locale }) => locale);
  const related = new Map([...byLocale].flatMap(([locale, some]) => [...relatedArticles(locale, some)]));
  const relatedOf = (id: string): { related?: string[] } => {
    const near = related.get(id) ?? [];
    return near.length > 0 ? { related: near } : {};
  };
  const locales = site.locales ?? shelf.locales;
  const defaultLocale = site.defaultLocale ?? locales[0] ?? 'en';
  return {
    locales: locales.length > 0 ? locales : [defaultLocale],
    defaultLocale,
    articles: shelf.articles.map((article) => ({ ...catalogued(article), ...relatedOf(article.id) })),
    categories: shelf.categories,
    findings: shelf.findings,
  };
}

/** Names each file that is left out; the rest is for `content:check`. */
function reportFindings(shelf: Shelf): void {
  const shown = new Set(shelf.articles.map((article) => article.file));
  const leftOut = shelf.findings.filter(({ severity, file }) => severity === 'error' && !shown.has(file));
  for (const { file, line, message } of leftOut) say(`warning: ${file}:${line} is left out: ${message}`);
  const remarks = shelf.findings.length - leftOut.length;
  if (remarks > 0)
    say(`${remarks} remarks on links, images and front matter: npm run content:check lists them`);
}
