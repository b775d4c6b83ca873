import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasModel } from './answers/model.ts';
import { indexFiles, readCatalog, readContents, type Catalog } from './built-index.ts';
import { mostReadFile, readMostRead, type MostRead } from './app/most-read.ts';
import type { PageBuild } from './page-record.ts';
import { readSettings, type Settings } from './settings.ts';
import { readSite, type Site } from './site.ts';

/**
 * What static pages need while they are built; pages rendered on demand use `Astro.locals.app`.
 *
 * `import.meta.env.INDEX_FOLDER` is set by the build to the index that belongs to these pages.
 */
const indexFolder = String(import.meta.env['INDEX_FOLDER']);

/** The bundled code of the widget; `import.meta.env.WIDGET_FOLDER` is set by the build likewise. */
export const widgetFolder = String(import.meta.env['WIDGET_FOLDER']);

const settings: Settings = readSettings();

/** Where work is kept from one build to the next. */
export const cacheFolder: string = join(settings.dataFolder, 'cache');

/** What the owner declares in `site.yaml`. */
export const site: Site = readSite(settings.contentFolder);

/** Articles, categories and locales of the index built with these pages. */
export const catalog: Catalog = readCatalog(indexFolder);

let contents: Map<string, string> | undefined;

/** What the page of each article says, by id, for `parseContent`; read once, when it is first asked for. */
export function articleContents(): ReadonlyMap<string, string> {
  return (contents ??= readContents(indexFolder));
}

/** The build that makes these pages, which `import.meta.env.PAGE_BUILD` describes; absent under `astro dev`. */
export const pageBuild: PageBuild | undefined = import.meta.env['PAGE_BUILD'] as PageBuild | undefined;

/** What readers read most, as the server counted it before this build. */
export const mostRead: MostRead = readMostRead(mostReadFile(settings.dataFolder));

/** Public address without a final slash, when it is configured. */
export const siteUrl: string | undefined = settings.siteUrl;

/** Whether the owner has a model, and pages offer answers in words. */
export const hasAnswers: boolean = hasModel(settings.openai);

/** Names of the files of the index for browsers, relative to `/search/`: `fr.json`, `parts/….bin`. */
export function browserIndexFiles(): string[] {
  const folder = join(indexFolder, indexFiles.browser);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Content of one file that {@link browserIndexFiles} names. */
export function browserIndexFile(name: string): Uint8Array {
  return readFileSync(join(indexFolder, indexFiles.browser, name));
}
