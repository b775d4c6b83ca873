import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each static page of one kind shows, as a hash, by the page's file inside the built site. */
export type PageRecord = Record<string, string>;

/** What pages know of the build that makes them. */
export interface PageBuild {
  /** Folder of this build, `dist/<fingerprint>`. */
  folder: string;
  /** Folder of the finished build before, when there is one. */
  before?: string | undefined;
  /** Changes with the code, the configuration and the libraries. */
  code: string;
}

/** Where the pages of a build stand. */
export function clientFolder(buildFolder: string): string {
  return join(buildFolder, 'site', 'client');
}

/** Keeps what the pages of a kind show, for the build after this one. */
export function writePageRecord(buildFolder: string, kind: string, record: PageRecord): void {
  mkdirSync(recordsOf(buildFolder), { recursive: true });
  writeFileSync(join(recordsOf(buildFolder), `${kind}.json`), JSON.stringify(record));
}

/** What was kept of the pages of a kind; nothing when that build kept none. */
export function readPageRecord(buildFolder: string, kind: string): PageRecord {
  try {
    return JSON.parse(readFileSync(join(recordsOf(buildFolder), `${kind}.json`), 'utf8')) as PageRecord;
  } catch {
    return {};
  }
}

/** Files of all pages that a build has a record of. */
export function recordedFiles(buildFolder: string): string[] {
  const kinds = readdirSync(recordsOf(buildFolder)).map((name) => name.slice(0, -'.json'.length));
  return kinds.flatMap((kind) => Object.keys(readPageRecord(buildFolder, kind)));
}

function recordsOf(buildFolder: string): string {
  return join(buildFolder, 'pages');
}
