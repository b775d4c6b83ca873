import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clientFolder, recordedFiles } from '../../src/page-record.ts';
import { linkFile } from './link-file.ts';

const copies = ['', '.br', '.gz'];

/**
 * Puts the pages that were not rendered, because the build before has just the same, into the new build, with their
 * compressed copies. Files are linked where the disk can: finished builds are never written to.
 */
export function takeKeptPages(before: string, folder: string): void {
  const [from, to] = [clientFolder(before), clientFolder(folder)];
  for (const file of recordedFiles(folder)) {
    if (existsSync(join(to, file))) continue;
    for (const ending of copies) {
      if (existsSync(join(from, file + ending))) linkFile(join(from, file + ending), join(to, file + ending));
    }
  }
}
