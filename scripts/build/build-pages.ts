import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { clientFolder, type PageBuild } from '../../src/page-record.ts';
import { showProgress } from '../progress.ts';
import { indexFiles } from '../../src/built-index.ts';
import type { IndexAside } from './build-index-aside.ts';
import { unfinishedFolder } from './build-index.ts';
import { buildWidget } from './build-widget.ts';
import { linkFiles } from './link-file.ts';
import { precompress } from './precompress.ts';
import { takeKeptPages } from './take-kept-pages.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

/** Folder of every built site, one folder a fingerprint. */
export const sitesFolder: string = join(projectFolder, 'dist');

/** Folder of everything one build makes. */
export function buildFolder(fingerprint: string): string {
  return join(sitesFolder, fingerprint);
}

/** Folder of one built site: `client` is served as it is, `server` renders the rest. */
export function siteFolder(fingerprint: string): string {
  return join(buildFolder(fingerprint), 'site');
}

const finishedMark = 'finished';
const unusedForMs = 7 * 86_400_000;

/** Whether a site was built to its end; a build that stopped half-way does not count. */
export function isBuilt(fingerprint: string): boolean {
  return existsSync(join(buildFolder(fingerprint), finishedMark));
}

/** What the pages of a build are made from. */
export interface PageParts {
  indexFolder: string;
  /** The index while it is being built; absent when its folder is there. */
  index: IndexAside | undefined;
  /** Fingerprint of the code alone. */
  code: string;
  /** Fingerprint of the build before: its pages serve again where nothing has changed. */
  before: string | undefined;
}

/** Builds the pages that belong to an index, then their compressed copies. */
export async function buildPages(
  fingerprint: string,
  { indexFolder, index, code, before }: PageParts,
): Promise<void> {
  const folder = buildFolder(fingerprint);
  // Astro empties its output folder as it goes, so its cache stands beside it.
  const cacheFolder = join(folder, 'cache');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const widgetFolder = join(folder, 'widget');
  await buildWidget(widgetFolder);
  const last = before !== undefined && isBuilt(before) ? buildFolder(before) : undefined;
  const pageBuild: PageBuild = { folder, before: last, code };
  await build({
    root: projectFolder,
    outDir: siteFolder(fingerprint),
    cacheDir: cacheFolder,
    logLevel: 'warn',
    vite: {
      // Astro renders in a step of this kind too, which comes after those of the configuration.
      plugins: [
        { name: 'guichet-index', buildApp: { order: 'post', handler: async () => index?.catalogued } },
      ],
      define: {
        'import.meta.env.INDEX_FOLDER': JSON.stringify(index ? unfinishedFolder(indexFolder) : indexFolder),
        'import.meta.env.WIDGET_FOLDER': JSON.stringify(widgetFolder),
        'import.meta.env.PAGE_BUILD': JSON.stringify(pageBuild),
      },
    },
  });
  index?.release();
  rmSync(cacheFolder, { recursive: true, force: true });
  if (last !== undefined) takeKeptPages(last, folder);
  const pages = clientFolder(folder);
  await index?.built;
  linkFiles(join(indexFolder, indexFiles.browser), join(pages, 'search'));
  await precompress(pages, showProgress('files compressed'), last && clientFolder(last));
  writeFileSync(join(folder, finishedMark), new Date().toISOString());
}

/** Notes that a build is in use, and removes those of this checkout that nobody used for a week. */
export function keepUsedBuilds(fingerprint: string): void {
  const now = new Date();
  utimesSync(join(buildFolder(fingerprint), finishedMark), now, now);
  for (const name of readdirSync(sitesFolder)) {
    const mark = statSync(join(sitesFolder, name, finishedMark), { throwIfNoEntry: false });
    if (mark && now.getTime() - mark.mtimeMs > unusedForMs) {
      rmSync(buildFolder(name), { recursive: true, force: true });
    }
  }
}
