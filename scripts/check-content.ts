import { join } from 'node:path';
import { checkArticles } from '../src/articles/check-articles.ts';
import { readArticles } from '../src/articles/read-articles.ts';
import { readSettings } from '../src/settings.ts';
import { readSite } from '../src/site.ts';
import { fail, say, showProgress } from './progress.ts';

/** `npm run content:check`: says what is wrong with the articles; ends with 1 when a reader would meet a mistake. */
async function main(): Promise<void> {
  const { contentFolder, dataFolder } = readSettings();
  const { locales, defaultLocale } = readSite(contentFolder);
  const cacheFolder = join(dataFolder, 'cache');
  const onProgress = showProgress('articles read');
  const shelf = await readArticles(contentFolder, { locales, defaultLocale, cacheFolder, onProgress });
  const findings = checkArticles(shelf, new Date().toISOString().slice(0, 10));
  for (const { severity, file, line, message } of findings) {
    console.log(`${file}:${line} ${severity === 'warning' ? 'warning: ' : ''}${message}`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  say(`${shelf.articles.length} articles, ${errors} errors, ${findings.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

await main().catch(fail);
