import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportedArticle } from '../src/articles/import/imported-article.ts';
import { layOutImport, type WantedFile } from '../src/articles/import/lay-out-import.ts';
import { readExport } from '../src/articles/import/read-export.ts';
import { readFolder } from '../src/articles/import/read-folder.ts';
import { writeImported } from '../src/articles/import/write-imported.ts';
import { articlesFolder } from '../src/articles/read-articles.ts';
import { readSettings } from '../src/settings.ts';
import { readSite, type Site } from '../src/site.ts';
import { fail, say } from './progress.ts';

const usage = 'Usage: npm run import -- articles FOLDER|FILE';

/** `npm run import -- articles`: brings articles of another tool into the articles folder. */
async function main(): Promise<void> {
  const [what, from] = process.argv.slice(2);
  if (what !== 'articles' || from === undefined) throw new Error(usage);
  const { contentFolder } = readSettings();
  const files = await readSource(resolve(from), readSite(contentFolder));
  const { added, updated, unchanged, kept } = await writeImported(await articlesFolder(contentFolder), files);
  for (const file of kept) say(`${file} has been changed or deleted here: it is left as it is`);
  say(
    `${added.length} added, ${updated.length} updated, ${unchanged.length} unchanged, ${kept.length} left as they are`,
  );
  say('npm run content:check lists the links and images that need a look.');
}

async function readSource(from: string, site: Site): Promise<WantedFile[]> {
  const found = await stat(from).catch(() => undefined);
  if (found === undefined) throw new Error(`There is no ${from}.\n${usage}`);
  if (!found.isDirectory())
    return layOutImport(readExport(parseJson(await readFile(from, 'utf8'), from)), localeIn(site));
  const { files, refused } = await readFolder(from, site);
  for (const { file, problem } of refused) say(`${file} is not imported: ${problem}`);
  return files;
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not JSON (${reason}). Give a folder, or the JSON export of a help centre.`, {
      cause: error,
    });
  }
}

/** The site's locale for a tool's locale: `en-us` is `en` on a site that has `en`. */
function localeIn({ locales, defaultLocale }: Site): (article: ImportedArticle) => string {
  return ({ locale }) => {
    if (locale === undefined) return defaultLocale ?? locales?.[0] ?? 'en';
    const wanted = locale.toLowerCase();
    const [language = wanted] = wanted.split('-');
    return locales?.find((known) => [wanted, language].includes(known.toLowerCase())) ?? language;
  };
}

await main().catch(fail);
