import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, Finding } from './article.ts';
import { decodeSource, describeSize, maxSourceBytes } from './decode-source.ts';
import { findLocales, type DeclaredLocales } from './find-locales.ts';
import { lastChanges, type LastChange } from './last-changes.ts';
import { linkArticles, type LinkedArticle, type OpenArticle } from './link-articles.ts';
import { listFiles, type ListedFile } from './list-files.ts';
import { makeArticle } from './make-article.ts';
import { placeArticles, type Place } from './place-articles.ts';
import { readCategories, type Category } from './read-categories.ts';
import { renderAll } from './render-all.ts';
import { openRenderCache, type RenderCache } from './render-cache.ts';
import { settleRedirects } from './settle-redirects.ts';
import type { Rendering } from './render/rendered-article.ts';

/** What a shelf's categories are; those who read a shelf need both. */
export type { Category };

/** Everything a folder of Markdown holds. */
export interface Shelf {
  /** In the order of their files' paths. */
  articles: Article[];
  categories: Category[];
  /** In the order of files and lines. */
  findings: Finding[];
  /** The default first. */
  locales: string[];
}

/** How to read a folder of articles. */
export interface ReadOptions extends DeclaredLocales {
  /** Where renderings are kept between runs; without it, every file is rendered. */
  cacheFolder?: string | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A file that holds text. */
interface SourceFile {
  file: string;
  text: string;
  modifiedMs: number;
}

/**
 * Reads the owner's articles: any folder of Markdown, with or without front matter.
 *
 * ```
 * list files -> decode -> find locales -> place (addresses) -> render (cache, worker threads) -> link -> articles
 * ```
 *
 * What is wrong with a file is a finding; a file that cannot be shown is left out. It throws only when the folder
 * itself cannot be read.
 *
 * @param contentFolder the owner's folder; articles are in its `articles` folder if it has one, else in itself.
 */
export async function readArticles(contentFolder: string, options: ReadOptions = {}): Promise<Shelf> {
  return (await openArticles(contentFolder, options))();
}

/**
 * Prepares to read a folder again and again, as its files change: each call of what it returns reads the folder as
 * it is then, and renders only what has changed since the last.
 */
export async function openArticles(
  contentFolder: string,
  options: ReadOptions = {},
): Promise<() => Promise<Shelf>> {
  const cache = await openRenderCache(options.cacheFolder);
  return () => readShelf(contentFolder, options, cache);
}

async function readShelf(contentFolder: string, options: ReadOptions, cache: RenderCache): Promise<Shelf> {
  const folder = await articlesFolder(contentFolder);
  const { articles: listed, categories: described, findings } = await listFiles(folder);
  const sources = await readSources(folder, listed, findings);
  const rule = await findLocales(sources, options);
  const placed = placeArticles(sources, rule, findings);
  const rendered = await renderAll(placed, cache, options.onProgress);
  await cache.save();
  const open = rendered.flatMap((source) => openArticle(source, findings));
  const scope = { folder, root: contentFolder, locales: rule.locales };
  const linked = await linkArticles(open, scope, findings);
  const articles = settleRedirects(await makeArticles(linked, folder), findings);
  const categories = await readCategories(folder, { files: sources, described }, { rule, findings });
  return { articles, categories, findings: findings.sort(byPlace), locales: rule.locales };
}

/** The folder that holds the articles: `articles` inside the owner's folder if there is one, else that folder. */
export async function articlesFolder(contentFolder: string): Promise<string> {
  const inner = join(contentFolder, 'articles');
  const found = await stat(inner).catch(() => undefined);
  return found?.isDirectory() ? inner : contentFolder;
}

async function readSources(folder: string, listed: ListedFile[], findings: Finding[]): Promise<SourceFile[]> {
  const sources = await Promise.all(listed.map((file) => readSource(folder, file)));
  findings.push(...sources.filter((source) => 'severity' in source));
  return sources.filter((source) => 'text' in source);
}

async function readSource(folder: string, listed: ListedFile): Promise<SourceFile | Finding> {
  const { file, bytes, modifiedMs } = listed;
  const refuse = (line: number, message: string): Finding => ({ severity: 'error', file, line, message });
  if (bytes > maxSourceBytes) return refuse(1, describeSize(bytes));
  const content = await readFile(join(folder, file)).catch(() => undefined);
  if (content === undefined) return refuse(1, 'The file cannot be read: check its permissions.');
  const decoded = decodeSource(content);
  return 'text' in decoded ? { file, text: decoded.text, modifiedMs } : refuse(decoded.line, decoded.problem);
}

function openArticle(
  { file, modifiedMs, place, rendering }: SourceFile & { place: Place; rendering: Rendering },
  findings: Finding[],
): OpenArticle[] {
  findings.push(...rendering.remarks.map((remark) => ({ ...remark, file })));
  return rendering.article === undefined ? [] : [{ file, modifiedMs, place, rendered: rendering.article }];
}

async function makeArticles(linked: readonly LinkedArticle[], folder: string): Promise<Article[]> {
  const isDated = linked.every(({ rendered }) => rendered.frontMatter.updated !== undefined);
  const changes = isDated ? new Map<string, LastChange>() : await lastChanges(folder);
  return linked.map((article) =>
    makeArticle(article, changes.get(article.file) ?? { day: isoDay(article.modifiedMs) }),
  );
}

function isoDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

function byPlace(one: Finding, other: Finding): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}
