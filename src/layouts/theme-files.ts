import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSettings } from '../settings.ts';
import type { Site } from '../site.ts';

/** A file of the owner's that every page uses: logo, icon, letters. */
export interface ThemeFile {
  /** Absolute path. */
  file: string;
  /** Name under `/media/`; it changes with the content. */
  name: string;
  url: string;
}

/** The files `site.yaml` names in its theme. */
export interface ThemeFiles {
  logo?: ThemeFile;
  favicon?: ThemeFile;
  titleFont?: ThemeFile;
  textFont?: ThemeFile;
}

const known = new WeakMap<Site, ThemeFiles>();

/**
 * Finds the owner's files, once for each site.
 *
 * @throws Error naming the file of `site.yaml` that is not there.
 */
export function themeFilesOf(site: Site): ThemeFiles {
  const found = known.get(site) ?? findFiles(site);
  known.set(site, found);
  return found;
}

function findFiles({ theme: { logo, favicon, fonts } }: Site): ThemeFiles {
  return {
    ...(logo !== undefined && { logo: fileOf(logo) }),
    ...(favicon !== undefined && { favicon: fileOf(favicon) }),
    ...(fonts.title !== undefined && { titleFont: fileOf(fonts.title) }),
    ...(fonts.text !== undefined && { textFont: fileOf(fonts.text) }),
  };
}

function fileOf(name: string): ThemeFile {
  const file = join(readSettings().contentFolder, name);
  const hash = createHash('sha256').update(readOrExplain(file, name)).digest('hex').slice(0, 12);
  const hashed = `${hash}-${basename(name)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')}`;
  return { file, name: hashed, url: `/media/${hashed}` };
}

function readOrExplain(file: string, name: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`site.yaml names ${name} in its theme, but ${file} cannot be read.`, { cause: error });
  }
}
