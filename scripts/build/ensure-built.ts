import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accentRemark } from '../../src/layouts/accent.ts';
import type { Settings } from '../../src/settings.ts';
import { readSite } from '../../src/site.ts';
import { say } from '../progress.ts';
import { buildIndexAside, type IndexAside } from './build-index-aside.ts';
import type { BuiltIndex } from './build-index.ts';
import { withBuildLock } from './build-lock.ts';
import { buildPages, isBuilt, keepUsedBuilds, siteFolder, sitesFolder } from './build-pages.ts';
import { codeFingerprint, fingerprint } from './fingerprint.ts';

/** A site and an index that belong together. */
export interface BuiltSite {
  fingerprint: string;
  siteFolder: string;
  indexFolder: string;
}

/** Folder of one index. */
function indexFolderOf(settings: Settings, name: string): string {
  return join(settings.dataFolder, 'index', name);
}

/**
 * Builds what is stale, pages and index, and says where they are.
 *
 * A new build stands beside the old one until it is finished, so a failed build takes nothing down.
 */
export async function ensureBuilt(settings: Settings): Promise<BuiltSite> {
  const name = fingerprint(settings);
  const built = {
    fingerprint: name,
    siteFolder: siteFolder(name),
    indexFolder: indexFolderOf(settings, name),
  };
  if (!isComplete(built)) {
    const lockFile = join(sitesFolder, 'build.lock');
    const onWait = (): void => say(`another build is running; waiting for it (its lock is ${lockFile})`);
    await withBuildLock(lockFile, onWait, () => buildMissing(settings, built));
  }
  rememberCurrent(settings, name);
  keepUsedBuilds(name);
  return built;
}

/**
 * The build that serves now.
 *
 * @throws Error when nothing was built for this data folder yet.
 */
export function currentBuild(settings: Settings): BuiltSite {
  const [name] = readBuilds(settings);
  if (!name) throw new Error('Nothing is built yet. Run: npm run build');
  return { fingerprint: name, siteFolder: siteFolder(name), indexFolder: indexFolderOf(settings, name) };
}

/** Builds only the index when it is stale: enough for commands that serve no page. */
export async function ensureIndexed(settings: Settings): Promise<string> {
  makeDataFolder(settings.dataFolder);
  const folder = indexFolderOf(settings, fingerprint(settings));
  if (!existsSync(folder)) {
    const { buildIndexFolder } = await import('./build-index.ts');
    await buildIndexFolder(settings, folder);
  }
  return folder;
}

function isComplete(built: BuiltSite): boolean {
  return isBuilt(built.fingerprint) && existsSync(built.indexFolder);
}

async function buildMissing(settings: Settings, built: BuiltSite): Promise<void> {
  const { accent } = readSite(settings.contentFolder).theme;
  const remark = accent && accentRemark(accent);
  if (remark) say(remark);
  const index = existsSync(built.indexFolder)
    ? undefined
    : buildIndexAside({ settings, folder: built.indexFolder });
  const indexBuilt = index?.built.then(tellBuilt);
  indexBuilt?.catch(() => undefined);
  try {
    const pagesBuilt = isBuilt(built.fingerprint) ? undefined : buildMissingPages(settings, built, index);
    // A mistake in the articles is told as it is, and not as the failure of the pages that waited for them.
    pagesBuilt?.catch(() => undefined);
    await index?.catalogued;
    await pagesBuilt;
    index?.release();
    await indexBuilt;
  } finally {
    await index?.stop();
  }
}

function tellBuilt({ articles, bytes, seconds }: BuiltIndex): void {
  const size = (bytes / 1e6).toFixed(1);
  say(`index of ${articles} articles built in ${seconds.toFixed(1)} s (${size} MB)`);
}

async function buildMissingPages(
  settings: Settings,
  { fingerprint: name, indexFolder }: BuiltSite,
  index: IndexAside | undefined,
): Promise<void> {
  const started = Date.now();
  const [before] = readBuilds(settings);
  const code = codeFingerprint(settings);
  await buildPages(name, { indexFolder, index, code, before });
  say(`pages built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Makes the data folder and writes to it once.
 *
 * @throws Error saying what to do when it cannot be written.
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.writable'), '');
    rmSync(join(folder, '.writable'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Give this user the right to write there, or choose another folder with DATA_DIR.';
    throw new Error(`The data folder ${folder} cannot be written (${reason}). ${advice}`, { cause: error });
  }
}

/** Keeps this index and the one before it. Built pages may serve another data folder too, so they go when unused. */
function rememberCurrent(settings: Settings, name: string): void {
  const before = readBuilds(settings);
  if (before[0] === name) return;
  const kept = [name, ...before.filter((other) => other !== name)].slice(0, 2);
  for (const other of before.filter((build) => !kept.includes(build))) {
    rmSync(indexFolderOf(settings, other), { recursive: true, force: true });
  }
  removeUnfinished(settings);
  writeFileSync(buildsFile(settings), JSON.stringify(kept));
}

function buildsFile(settings: Settings): string {
  return join(settings.dataFolder, 'builds.json');
}

/** Fingerprints of the builds this data folder keeps, the newest first. */
function readBuilds(settings: Settings): string[] {
  const file = buildsFile(settings);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

function removeUnfinished(settings: Settings): void {
  const folder = join(settings.dataFolder, 'index');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.unfinished')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
