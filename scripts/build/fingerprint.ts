import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasModel } from '../../src/answers/model.ts';
import type { Settings } from '../../src/settings.ts';

/** What is known of a file since the last look: when size and time are the same, so is the hash. */
interface KnownFile {
  size: number;
  changedMs: number;
  hash: string;
}

type KnownFiles = Record<string, KnownFile>;

const projectFolder = resolve(import.meta.dirname, '../..');
const projectInputs = ['src', 'scripts/build', 'astro.config.mjs', 'package-lock.json'];
const fingerprintChars = 16;

/**
 * Identifies a build by everything that shapes it: content, code, lock file and the settings that pages show.
 *
 * Size and time of each file come first; only files whose size or time differ from the last look are read.
 */
export function fingerprint(settings: Settings): string {
  const recordFile = recordOf(settings);
  const known = readKnownFiles(recordFile);
  const inputs = [
    ...filesBelow(settings.contentFolder),
    ...projectInputs.flatMap((name) => filesBelow(join(projectFolder, name))),
  ];
  const current: KnownFiles = {};
  for (const file of inputs) current[file] = lookAt(file, known[file]);
  writeIfChanged(recordFile, JSON.stringify(known), JSON.stringify(current));
  return digest(current, settings);
}

/** Identifies the part of a build that content does not shape: code, configuration and libraries. */
export function codeFingerprint(settings: Settings): string {
  const known = readKnownFiles(recordOf(settings));
  const files = projectInputs.flatMap((name) => filesBelow(join(projectFolder, name))).sort();
  const shown = [settings.siteUrl, hasModel(settings.openai), process.version];
  const hash = createHash('sha256').update(JSON.stringify(shown));
  for (const file of files) hash.update(`\n${file} ${lookAt(file, known[file]).hash}`);
  return hash.digest('hex').slice(0, fingerprintChars);
}

function recordOf(settings: Settings): string {
  return join(settings.dataFolder, 'cache', 'files.json');
}

function digest(files: KnownFiles, settings: Settings): string {
  const hash = createHash('sha256').update(
    JSON.stringify([
      ...[settings.siteUrl, settings.contentFolder, hasModel(settings.openai)],
      settings.openai.embeddingModel,
    ]),
  );
  for (const file of Object.keys(files).sort()) hash.update(`\n${file} ${files[file]?.hash}`);
  return hash.digest('hex').slice(0, fingerprintChars);
}

function lookAt(file: string, known: KnownFile | undefined): KnownFile {
  const { size, mtimeMs } = statSync(file);
  if (known?.size === size && known.changedMs === mtimeMs) return known;
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { size, changedMs: mtimeMs, hash };
}

function filesBelow(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isHidden(join(entry.parentPath, entry.name), path))
    .map((entry) => join(entry.parentPath, entry.name));
}

function isHidden(file: string, root: string): boolean {
  return file
    .slice(root.length + 1)
    .split(/[\\/]/)
    .some((name) => name.startsWith('.') || name === 'node_modules');
}

function readKnownFiles(recordFile: string): KnownFiles {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8')) as KnownFiles;
  } catch {
    return {};
  }
}

function writeIfChanged(file: string, before: string, after: string): void {
  if (before === after) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, after);
}
