import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalog, pageBuild, site } from '../../build-site.ts';
import { stylesheetOf } from '../../layouts/stylesheet.ts';
import { themeFilesOf } from '../../layouts/theme-files.ts';
import { clientFolder, readPageRecord, writePageRecord, type PageRecord } from '../../page-record.ts';

/** What the build needs to know of a static page. */
export interface StaticPage {
  /** Its file inside the built site. */
  file: string;
  /** All that the page shows and another of its kind may not. */
  props: object;
}

/**
 * Of all pages of a kind, those to render: the others stand in the build before exactly as they would be made, and are
 * taken from there. Under `astro dev`, all of them.
 */
export function pagesToRender<Page extends StaticPage>(kind: string, pages: Page[]): Page[] {
  if (pageBuild === undefined) return pages;
  const { folder, before, code } = pageBuild;
  const common = commonParts(code);
  const record: PageRecord = {};
  for (const { file, props } of pages) record[file] = hashOf([common, props]);
  writePageRecord(folder, kind, record);
  if (before === undefined) return pages;
  const known = readPageRecord(before, kind);
  const isKept = (file: string): boolean =>
    known[file] === record[file] && existsSync(join(clientFolder(before), file));
  return pages.filter(({ file }) => !isKept(file));
}

/** What every page of the portal shows: the look, the menus, the code that puts it together. */
function commonParts(code: string): string {
  const files = Object.values(themeFilesOf(site)).map(({ name }: { name: string }) => name);
  return hashOf([code, site, stylesheetOf(site).name, files, catalog.locales, catalog.defaultLocale]);
}

function hashOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}
