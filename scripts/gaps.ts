import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp, type App } from '../src/app.ts';
import { articlesFolder } from '../src/articles/read-articles.ts';
import { findGaps } from '../src/reports/gaps/find-gaps.ts';
import { formatGaps, type GapFormat } from '../src/reports/gaps/format-gaps.ts';
import type { GapReport } from '../src/reports/gaps/gap.ts';
import { readUnsolvedTickets } from '../src/reports/gaps/unsolved-tickets.ts';
import { fewTickets } from '../src/reports/gaps/wording.ts';
import weights from '../src/search/weights.json' with { type: 'json' };
import { readSettings } from '../src/settings.ts';
import { ensureIndexed } from './build/ensure-built.ts';
import { readArticleWords } from './gaps/read-article-words.ts';
import { parseSince } from './parse-since.ts';
import { fail, say, showProgress } from './progress.ts';

const usage = 'npm run gaps -- [--since 60d] [--locale fr] [--json | --markdown | --html] [--out FILE]';

/** `npm run gaps`: which articles to write, to make findable and to make clearer, from the tickets none solved. */
async function main(): Promise<void> {
  const values = readArguments();
  const settings = readSettings();
  const app = await openApp(settings, await ensureIndexed(settings));
  try {
    const report = await makeReport(app, values);
    writeWhole(join(settings.dataFolder, 'gaps.json'), formatGaps(report, 'json', 'en'));
    const locale = values.locale ?? app.catalog.defaultLocale;
    const written = formatGaps(report, values.format, locale);
    if (values.out === undefined) process.stdout.write(written);
    else {
      writeFileSync(values.out, written);
      say(`written: ${values.out}`);
    }
  } finally {
    await app.close();
  }
}

function readArguments(): { since: string; locale?: string; out?: string; format: GapFormat } {
  try {
    const { values } = parseArgs({
      options: {
        since: { type: 'string', default: '60d' },
        locale: { type: 'string' },
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        html: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
    const { since, locale, out } = values;
    const format = (['json', 'markdown', 'html'] as const).find((name) => values[name]) ?? 'text';
    return { since, format, ...(locale !== undefined && { locale }), ...(out !== undefined && { out }) };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

async function makeReport(
  app: App,
  { since, locale }: { since: string; locale?: string },
): Promise<GapReport> {
  const now = app.clock();
  const from = parseSince(since, now).toISOString();
  const tickets = await readUnsolvedTickets(app.store, { since: from, locale });
  if (tickets.length < fewTickets)
    say(`Only ${tickets.length} unsolved tickets: groups mean something from about ${fewTickets} on.`);
  const folder = await articlesFolder(app.settings.contentFolder);
  return findGaps({
    tickets,
    articles: app.catalog.articles,
    askIndex: (text) => app.nearest(text),
    wordsOf: (articleId) => readArticleWords(join(folder, app.article(articleId)?.file ?? '')),
    threshold: app.site.suggestions.threshold ?? weights.threshold,
    since: from,
    generatedAt: now.toISOString(),
    onProgress: showProgress('groups replayed'),
  });
}

/** A reader of the file never sees half of it. */
function writeWhole(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

await main().catch(fail);
