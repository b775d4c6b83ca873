import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendering } from './render/rendered-article.ts';

// Below this many, rendering again is quicker than writing the whole file again after each edit.
const worthSaving = 20;

/** Renderings by the hash of what they were made from. */
export interface RenderCache {
  keyOf(text: string, locale: string): string;
  get(key: string): Rendering | undefined;
  set(key: string, rendering: Rendering): void;
  /** Writes the renderings used since the cache was opened, and forgets the others; a few new ones can wait. */
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
  const stored = file === undefined ? new Map<string, Buffer>() : await readLines(file);
  const used = new Map<string, Rendering>();
  let leastUnsaved = stored.size === 0 ? 1 : worthSaving;
  let unsaved = 0;
  return {
    keyOf: (text, locale) =>
      createHash('sha256').update(`${version}\0${locale}\0${text}`).digest('base64url'),
    get(key) {
      const line = stored.get(key);
      if (line !== undefined) {
        used.set(key, JSON.parse(line.toString()) as Rendering);
        stored.delete(key);
      }
      return used.get(key);
    },
    set(key, rendering) {
      used.set(key, rendering);
      unsaved += 1;
    },
    async save() {
      if (folder === undefined || file === undefined || unsaved < leastUnsaved) return;
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, linesOf(used));
      await rename(draft, file);
      unsaved = 0;
      leastUnsaved = worthSaving;
    },
  };
}

function* linesOf(renderings: ReadonlyMap<string, Rendering>): Generator<string> {
  for (const [key, rendering] of renderings) yield `${key}\t${JSON.stringify(rendering)}\n`;
}

async function readLines(file: string): Promise<Map<string, Buffer>> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  const lines = new Map<string, Buffer>();
  let start = 0;
  for (let end = content.indexOf('\n'); end !== -1; end = content.indexOf('\n', start)) {
    const tab = content.indexOf('\t', start);
    if (tab !== -1 && tab < end)
      lines.set(content.toString('latin1', start, tab), content.subarray(tab + 1, end));
    start = end + 1;
  }
  return lines;
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
