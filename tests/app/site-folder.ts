import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A content folder with this `site.yaml` and nothing else. */
export function siteFolder(yaml: string): string {
  const folder = mkdtempSync(join(inject('temporaryFolder'), 'site-'));
  writeFileSync(join(folder, 'site.yaml'), yaml);
  return folder;
}
