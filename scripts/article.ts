import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addressSegment } from '../src/articles/address.ts';
import { articlesFolder } from '../src/articles/read-articles.ts';
import { scaffoldArticle, type WantedArticle } from '../src/articles/scaffold-article.ts';
import { readSettings } from '../src/settings.ts';
import { fail, say } from './progress.ts';

const usage = `Usage: npm run article -- new fr/billing/refund "Title"
       npm run article -- new [fr/billing/refund] --from-gap ID [--draft]`;

const reportSchema = z.object({
  gaps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      locale: z.string().default('en'),
      words: z.array(z.string()).default([]),
      samples: z.array(z.string()).default([]),
      ticketIds: z.array(z.string()).default([]),
      generated: z.object({ title: z.string(), outline: z.array(z.string()) }).optional(),
    }),
  ),
});

/** `npm run article -- new`: begins an article, from a title or from a gap of the latest gap report. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'from-gap': { type: 'string' }, draft: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [command, path, title] = positionals;
  const gapId = values['from-gap'];
  if (command !== 'new' || (gapId === undefined && (path === undefined || title === undefined)))
    throw new Error(usage);
  const settings = readSettings();
  const { contentFolder, dataFolder } = settings;
  const gap = gapId === undefined ? undefined : await readGap(join(dataFolder, 'gaps.json'), gapId);
  const wanted: WantedArticle = {
    title: title ?? gap?.generated?.title ?? gap?.title ?? '',
    words: gap?.words ?? [],
    samples: gap?.samples ?? [],
    gapId,
    headings: gap?.generated?.outline,
  };
  if (values.draft && gap) {
    const { draftFromTickets } = await import('../src/app/draft-from-tickets.ts');
    wanted.claims = await draftFromTickets(settings, { ...gap, title: wanted.title });
    say(`${wanted.claims.length} sentences stand on the words of tickets.`);
  }
  const place = path ?? `${gap?.locale ?? 'en'}/${addressSegment(wanted.title).slice(0, 60)}`;
  const today = new Date().toISOString().slice(0, 10);
  const { file, content } = scaffoldArticle(place, wanted, today);
  const target = join(await articlesFolder(contentFolder), file);
  await mkdir(dirname(target), { recursive: true });
  if (existsSync(target)) throw new Error(`${target} exists already: choose another path.`);
  await writeFile(target, content, { flag: 'wx' });
  say(`${target} is ready. It is a draft: change its state to validated when it may be suggested.`);
}

async function readGap(file: string, id: string) {
  const source = await readFile(file, 'utf8').catch(() => undefined);
  if (source === undefined) {
    throw new Error(`There is no gap report yet: run \`npm run gaps -- --json --out ${file}\` first.`);
  }
  const { gaps } = reportSchema.parse(JSON.parse(source));
  const gap = gaps.find((one) => one.id === id);
  if (gap !== undefined) return gap;
  const known = gaps.slice(0, 10).map((one) => `  ${one.id}  ${one.title}`);
  throw new Error(`The gap report has no gap ${id}. It has:\n${known.join('\n')}`);
}

await main().catch(fail);
