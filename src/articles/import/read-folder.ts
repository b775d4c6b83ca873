import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { decodeSource } from '../decode-source.ts';
import { findLocales, localeOf, type DeclaredLocales } from '../find-locales.ts';
import { isServable } from '../read-media.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { WantedFile } from './lay-out-import.ts';

/** What a folder to import holds. */
export interface ImportedFolder {
  files: WantedFile[];
  /** Files that cannot be read as text, with the reason. */
  refused: { file: string; problem: string }[];
}

/**
 * Reads a folder of Markdown and HTML for import: Markdown stays as it is, HTML becomes Markdown with the page's
 * title, images and documents come along. Every file keeps its place, below the folder of its locale.
 */
export async function readFolder(folder: string, declared: DeclaredLocales): Promise<ImportedFolder> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.replace(/\/$/, '').length + 1))
    .filter((file) => !/(^|\/)([.]|node_modules\/)/.test(file))
    .sort();
  const refused: ImportedFolder['refused'] = [];
  const pages: { file: string; text: string }[] = [];
  for (const file of paths.filter((path) => /\.(md|markdown|html?)$|(^|\/)_category\.ya?ml$/i.test(path))) {
    const decoded = decodeSource(await readFile(join(folder, file)));
    if ('text' in decoded) pages.push({ file, text: decoded.text });
    else refused.push({ file, problem: decoded.problem });
  }
  const rule = await findLocales(pages, declared);
  const place = (file: string) => {
    const { locale, rest } = localeOf(file, rule);
    return `${locale}/${rest}`;
  };
  const texts = pages.map(({ file, text }) => convert(place(file), text));
  const media = paths.filter((file) => isServable(file, 'document'));
  const copies = media.map(async (file) => ({
    file: place(file),
    content: await readFile(join(folder, file)),
  }));
  return { files: [...texts, ...(await Promise.all(copies))], refused };
}

function convert(file: string, text: string): WantedFile {
  if (!/\.html?$/i.test(file)) return { file, content: text };
  const { title, markdown } = htmlToMarkdown(text);
  const frontMatter = title === undefined ? '' : `---\n${stringify({ title })}---\n\n`;
  return { file: file.replace(/\.html?$/i, '.md'), content: `${frontMatter}${markdown.trim()}\n` };
}
