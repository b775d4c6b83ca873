import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Finds in the build before the file with the same content as one of this build, by the path of the latter. */
export type FindBefore = (file: string) => string | undefined;

const partsFolder = join('search', 'parts');

/**
 * Most files stand where they stood. Parts of the search index stand in a folder named for all of them: after an edit
 * many are the same as before, under other names, so they are found by their content.
 */
export function findBefore(folder: string, before: string | undefined): FindBefore {
  if (before === undefined) return () => undefined;
  const oldParts = new Map(filesBelow(join(before, partsFolder)).map((file) => [hashOf(file), file]));
  const newParts = join(folder, partsFolder);
  return (file) =>
    file.startsWith(newParts) ? oldParts.get(hashOf(file)) : join(before, file.slice(folder.length));
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64');
}
