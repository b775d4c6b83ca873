import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives a file a second name where the disk can, and copies it elsewhere: finished builds are never written to. */
export function linkFile(from: string, to: string): void {
  if (tryLink(from, to)) return;
  mkdirSync(dirname(to), { recursive: true });
  if (!tryLink(from, to)) copyFileSync(from, to);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Links every file of a folder into another. */
export function linkFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) linkFile(file, join(to, file.slice(from.length)));
  }
}
