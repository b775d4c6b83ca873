import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clientFolder, recordedFiles } from '../../src/page-record.ts';

const copies = ['', '.br', '.gz'];

/**
 * Puts the pages that were not rendered, because the build before has just the same, into the new build, with their
 * compressed copies. Files are linked where the disk can: finished builds are never written to.
 */
export function takeKeptPages(before: string, folder: string): void {
  const [from, to] = [clientFolder(before), clientFolder(folder)];
  for (const file of recordedFiles(folder)) {
    if (existsSync(join(to, file))) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    for (const ending of copies) link(join(from, file + ending), join(to, file + ending));
  }
}

function link(from: string, to: string): void {
  if (!existsSync(from)) return;
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
