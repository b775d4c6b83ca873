import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './article.ts';

/** A file of the articles folder. */
export interface ListedFile {
  /** Path inside the articles folder, with `/` on every system. */
  file: string;
  bytes: number;
  modifiedMs: number;
}

/** What the articles folder holds. */
export interface Listing {
  articles: ListedFile[];
  /** The `_category.yaml` of folders that have one. */
  categories: ListedFile[];
  findings: Finding[];
}

const markdown = /\.(md|markdown)$/i;
const categoryFile = /^_category\.ya?ml$/i;
const skippedFolders = new Set(['node_modules']);

/**
 * Finds the Markdown files of a folder, in the order of their paths.
 *
 * Names that begin with `_` or `.` are skipped, and `node_modules`. Symbolic links are followed; a folder that
 * contains itself through one is read once, with a finding.
 */
export async function listFiles(folder: string): Promise<Listing> {
  const listing: Listing = { articles: [], categories: [], findings: [] };
  await walk(folder, '', [], listing);
  listing.articles.sort((one, other) => (one.file < other.file ? -1 : 1));
  return listing;
}

async function walk(root: string, folder: string, parents: string[], listing: Listing): Promise<void> {
  const real = await realpath(join(root, folder));
  if (parents.includes(real)) {
    warn(listing, folder, 'This symbolic link leads back to a folder it is in: it is not followed.');
    return;
  }
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    await visit(root, folder === '' ? entry.name : `${folder}/${entry.name}`, entry, {
      listing,
      parents: [...parents, real],
    });
  }
}

async function visit(
  root: string,
  path: string,
  entry: Dirent,
  { listing, parents }: { listing: Listing; parents: string[] },
): Promise<void> {
  const isCategory = categoryFile.test(entry.name);
  if (/^[_.]/.test(entry.name) && !isCategory) return;
  const isWanted = isCategory || markdown.test(entry.name);
  if (entry.isFile() && !isWanted) return;
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found === undefined) {
    warn(
      listing,
      path,
      'This cannot be read: the symbolic link leads nowhere, or the file may not be opened.',
    );
  } else if (found.isDirectory()) {
    if (!skippedFolders.has(entry.name)) await walk(root, path, parents, listing);
  } else if (found.isFile() && isWanted) {
    const listed = { file: path, bytes: found.size, modifiedMs: found.mtimeMs };
    (isCategory ? listing.categories : listing.articles).push(listed);
  }
}

function warn(listing: Listing, file: string, message: string): void {
  listing.findings.push({ severity: 'warning', file, line: 1, message });
}
