import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendering } from './render/rendered-article.ts';

/** Renderings by the hash of what they were made from. */
export interface RenderCache {
  keyOf(text: string, locale: string): string;
  get(key: string): Rendering | undefined;
  set(key: string, rendering: Rendering): void;
  /** Writes the renderings used since the cache was opened, and forgets the others. */
  save(): Promise<void>;
}

/**
 * Opens the cache of renderings: one file of lines `key<TAB>JSON`, because thousands of small files are slower to
 * read than one large file. A file that cannot be read counts as empty.
 *
 * Keys cover the renderer's own code and the installed libraries, so a new version renders everything again.
 *
 * @param folder where the file is kept; without one, renderings live in memory only.
 */
export async function openRenderCache(folder: string | undefined): Promise<RenderCache> {
  const version = rendererVersion();
  const file = folder === undefined ? undefined : join(folder, 'articles.jsonl');
  const stored = file === undefined ? new Map<string, string>() : await readLines(file);
  const used = new Map<string, Rendering>();
  let isChanged = false;
  return {
    keyOf: (text, locale) =>
      createHash('sha256').update(`${version}\0${locale}\0${text}`).digest('base64url'),
    get(key) {
      const line = stored.get(key);
      if (!used.has(key) && line !== undefined) used.set(key, JSON.parse(line) as Rendering);
      return used.get(key);
    },
    set(key, rendering) {
      used.set(key, rendering);
      isChanged = true;
    },
    async save() {
      if (file === undefined || folder === undefined || !isChanged) return;
      await mkdir(folder, { recursive: true });
      const lines = Array.from(used, ([key, rendering]) => `${key}\t${JSON.stringify(rendering)}\n`);
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, lines.join(''));
      await rename(draft, file);
      isChanged = false;
    },
  };
}

async function readLines(file: string): Promise<Map<string, string>> {
  const content = await readFile(file, 'utf8').catch(() => '');
  const lines = content.split('\n').map((line) => line.split('\t', 2));
  return new Map(lines.filter((pair): pair is [string, string] => pair.length === 2));
}

function rendererVersion(): string {
  const hash = createHash('sha256').update(process.version);
  const folder = join(import.meta.dirname, 'render');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.update(installedLibraries()).digest('base64url');
}

function installedLibraries(): string {
  try {
    return readFileSync(join(import.meta.dirname, '../../node_modules/.package-lock.json'), 'utf8');
  } catch {
    return '';
  }
}
