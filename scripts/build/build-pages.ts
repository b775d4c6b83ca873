import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { showProgress } from '../progress.ts';
import { precompress } from './precompress.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

/** Folder of every built site, one folder a fingerprint. */
export const sitesFolder: string = join(projectFolder, 'dist');

/** Folder of one built site. */
export function siteFolder(fingerprint: string): string {
  return join(sitesFolder, fingerprint);
}

const finishedMark = 'finished';

/** Whether a site was built to its end; a build that stopped half-way does not count. */
export function isBuilt(fingerprint: string): boolean {
  return existsSync(join(siteFolder(fingerprint), finishedMark));
}

/** Builds the pages that belong to an index, then their compressed copies. */
export async function buildPages(fingerprint: string, indexFolder: string): Promise<void> {
  const folder = siteFolder(fingerprint);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    root: projectFolder,
    outDir: folder,
    cacheDir: join(folder, '.cache'),
    logLevel: 'warn',
    vite: { define: { 'import.meta.env.INDEX_FOLDER': JSON.stringify(indexFolder) } },
  });
  await precompress(join(folder, 'client'), showProgress('files compressed'));
  writeFileSync(join(folder, finishedMark), new Date().toISOString());
}
