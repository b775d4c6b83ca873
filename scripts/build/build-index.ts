import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
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

/** Reads the articles and writes their index into `folder`, complete or not at all. */
export async function buildIndexFolder(settings: Settings, folder: string): Promise<BuiltIndex> {
  const started = Date.now();
  const site = readSite(settings.contentFolder);
  const shelf = await readArticles(settings.contentFolder, {
    ...(site.locales && { locales: site.locales }),
    ...(site.defaultLocale && { defaultLocale: site.defaultLocale }),
    cacheFolder: join(settings.dataFolder, 'cache'),
    onProgress: showProgress('articles read'),
  });
  reportFindings(shelf);
  const catalog = catalogOf(shelf, site);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(join(unfinished, indexFiles.browser, 'parts'), { recursive: true });
  let bytes = 0;
  for (const locale of catalog.locales) {
    bytes += writeLocale(unfinished, locale, shelf, readSynonyms(settings.contentFolder, locale));
  }
  writeFileSync(join(unfinished, indexFiles.catalog), JSON.stringify(catalog));
  writeFileSync(join(unfinished, indexFiles.contents), contentLines(shelf.articles.filter(isPublished)));
  await embed(settings, unfinished);
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return { articles: catalog.articles.length, bytes, seconds: (Date.now() - started) / 1000 };
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

function writeLocale(folder: string, locale: string, shelf: Shelf, synonyms: Synonyms): number {
  const articles = shelf.articles.filter((article) => article.locale === locale);
  const index = buildIndex(locale, articles, { synonyms });
  writeFileSync(join(folder, indexFiles.index(locale)), index);
  const { manifest, parts } = splitIndex(index);
  writeFileSync(join(folder, indexFiles.browser, `${locale}.json`), JSON.stringify(manifest));
  for (const part of parts) writeFileSync(join(folder, indexFiles.browser, 'parts', part.name), part.bytes);
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
