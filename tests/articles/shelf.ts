import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { readArticles, type ReadOptions, type Shelf } from '../../src/articles/read-articles.ts';

/** The fixtures of every Markdown shape, in French and English. */
export const fixtures = join(import.meta.dirname, '../fixtures/content');

const realData = join(import.meta.dirname, '../../../shared/data');

/** Folder of a real knowledge base, or undefined with a word when this machine has none. */
export function realKnowledgeBase(name: string): string | undefined {
  const folder = join(realData, name);
  if (existsSync(folder)) return folder;
  console.warn(`skipped: ${name} is not beside the project`);
  return undefined;
}

/** Writes a folder of files that is gone after the test. */
export function makeFolder(files: Record<string, string | Uint8Array>): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'articles-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Reads a folder that is written for the occasion. */
export async function readFiles(
  files: Record<string, string | Uint8Array>,
  options?: ReadOptions,
): Promise<Shelf> {
  using folder = makeFolder(files);
  return await readArticles(folder.path, options);
}

/** Reads one Markdown text as an English article. */
export async function readOne(markdown: string): Promise<Article & { shelf: Shelf }> {
  const shelf = await readFiles({ 'page.md': markdown }, { defaultLocale: 'en' });
  const [article] = shelf.articles;
  if (article === undefined)
    throw new Error(`No article: ${shelf.findings.map(({ message }) => message).join()}`);
  return { ...article, shelf };
}

/** The article of a shelf with that id. */
export function articleOf(shelf: Shelf, id: string): Article {
  const found = shelf.articles.find((article) => article.id === id);
  if (found === undefined)
    throw new Error(`No ${id} among ${shelf.articles.map((article) => article.id).join()}`);
  return found;
}

/** Findings as `file:line message`. */
export function linesOf(shelf: Shelf): string[] {
  return shelf.findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
}
