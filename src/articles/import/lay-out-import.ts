import { stringify } from 'yaml';
import { addressSegment } from '../address.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { ImportedArticle } from './imported-article.ts';

const maxNameCharacters = 80;

/** A file that importing wants to see in the articles folder. */
export interface WantedFile {
  /** Path inside the articles folder. */
  file: string;
  content: string | Uint8Array;
}

/**
 * Gives imported articles their files: a folder for each category, named in `_category.yaml`, and front matter that
 * keeps what the former tool knew. Links between imported articles lead to their new pages.
 *
 * @param localeOf the locale folder of an article.
 */
export function layOutImport(
  articles: readonly ImportedArticle[],
  localeOf: (article: ImportedArticle) => string,
): WantedFile[] {
  const files = nameFiles(articles, localeOf);
  const pages = listPages(files);
  const translated = findTranslated(articles);
  const written = Array.from(files, ([article, file]) => ({
    file,
    content: write(article, pages, translated),
  }));
  return [...nameCategories(files), ...written];
}

function nameFiles(
  articles: readonly ImportedArticle[],
  localeOf: (article: ImportedArticle) => string,
): Map<ImportedArticle, string> {
  const files = new Map<ImportedArticle, string>();
  const taken = new Set<string>();
  for (const article of articles) {
    const folder = [
      localeOf(article),
      ...article.folders.map((name) => addressSegment(name) || 'untitled'),
    ].join('/');
    const name = addressSegment(article.title).slice(0, maxNameCharacters).replace(/-$/, '') || 'untitled';
    const free = `${folder}/${name}.md`;
    const file = taken.has(free) ? `${folder}/${name}-${addressSegment(numberOf(article))}.md` : free;
    taken.add(file);
    files.set(article, file);
  }
  return files;
}

function nameCategories(files: ReadonlyMap<ImportedArticle, string>): WantedFile[] {
  const titles = new Map<string, string>();
  for (const [{ folders }, file] of files) {
    const names = file.split('/');
    for (const [depth, title] of folders.entries()) titles.set(names.slice(0, depth + 2).join('/'), title);
  }
  return Array.from(titles, ([folder, title]) => ({
    file: `${folder}/_category.yaml`,
    content: stringify({ title }),
  }));
}

function write(
  article: ImportedArticle,
  pages: ReadonlyMap<string, string>,
  translated: ReadonlySet<string>,
): string {
  const { title, keywords, isDraft, updated, body } = article;
  const key = numberOf(article);
  const frontMatter = {
    title,
    ...(keywords.length > 0 && { keywords }),
    ...(translated.has(key) && { key: `imported-${key}` }),
    ...(isDraft && { state: 'draft' }),
    ...(updated !== undefined && { updated }),
  };
  const markdown =
    'html' in body ? htmlToMarkdown(body.html, (to) => readdress(to, pages)).markdown : body.markdown;
  return `---\n${stringify(frontMatter)}---\n\n${markdown.trim()}\n`;
}

// The former address of each article, with and without the words after its number, and its new page.
function listPages(files: ReadonlyMap<ImportedArticle, string>): Map<string, string> {
  const pages = new Map<string, string>();
  for (const [{ address = '', locale = '' }, file] of files) {
    const [folder = '', ...path] = file.replace(/\.md$/, '').split('/');
    const page = `/${folder}/articles/${path.join('/')}`;
    const { host, number } = readAddress(address);
    pages.set(withoutQuery(address), page);
    if (number === '') continue;
    pages.set(`${host} ${locale.toLowerCase()} ${number}`, page);
    if (!pages.has(`${host} ${number}`)) pages.set(`${host} ${number}`, page);
  }
  return pages;
}

function readdress(address: string, pages: ReadonlyMap<string, string>): string {
  const [, path = '', anchor = ''] = /^([^#]*)(#.*)?$/s.exec(address) ?? [];
  const { host, locale, number } = readAddress(path);
  const page =
    pages.get(withoutQuery(path)) ??
    pages.get(`${host} ${locale} ${number}`) ??
    pages.get(`${host} ${number}`);
  return page === undefined || path === '' ? address : page + anchor;
}

/** The parts of `https://help.example.org/hc/en-us/articles/101-words`; empty where there are none. */
function readAddress(address: string): { host: string; locale: string; number: string } {
  const host = /^https?:\/\/([^/]+)/i.exec(address)?.[1] ?? '';
  const locale = /\/hc\/([a-z-]+)\//i.exec(address)?.[1] ?? '';
  const number = /\/articles?\/(\d+)/.exec(address)?.[1] ?? '';
  return { host: host.toLowerCase(), locale: locale.toLowerCase(), number };
}

function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '').replace(/\/$/, '');
}

/** Numbers of the articles that come in several languages. */
function findTranslated(articles: readonly ImportedArticle[]): Set<string> {
  const groups = Map.groupBy(articles, numberOf);
  return new Set([...groups].filter(([, group]) => group.length > 1).map(([number]) => number));
}

function numberOf({ source }: ImportedArticle): string {
  return source.split(':')[1] ?? source;
}
