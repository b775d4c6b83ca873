import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../src/app.ts';
import { formatGaps, type GapFormat } from '../src/reports/gaps/format-gaps.ts';
import { fewTickets } from '../src/reports/gaps/wording.ts';
import { readSettings } from '../src/settings.ts';
import { ensureIndexed } from './build/ensure-built.ts';
import { parseSince } from './parse-since.ts';
import { fail, say, showProgress } from './progress.ts';

const usage = 'npm run gaps -- [--since 60d] [--locale fr] [--json | --markdown | --html] [--out FILE]';

/** `npm run gaps`: which articles to write, to make findable and to make clearer, from the tickets none solved. */
async function main(): Promise<void> {
  const values = readArguments();
  const settings = readSettings();
  const app = await openApp(settings, await ensureIndexed(settings));
  try {
    const since = parseSince(values.since, app.clock()).toISOString();
    const found = await app.gaps({ since, locale: values.locale }, showProgress('groups replayed'));
    const report = await app.wordGaps(found);
    if (report.tickets < fewTickets)
      say(`Only ${report.tickets} unsolved tickets: groups mean something from about ${fewTickets} on.`);
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

/** A reader of the file never sees half of it. */
function writeWhole(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

await main().catch(fail);
