import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Article } from '../../../src/articles/article.ts';
import { readArticles } from '../../../src/articles/read-articles.ts';
import { openBrowser } from '../../../tests/e2e/open-browser.ts';
import { quantile } from '../../evaluate/metrics.ts';
import { measureCost, measureSearch, measureSpeed } from './measure-page.ts';
import { starlight, vitePress } from './peer-project.ts';
import { runMeasured } from './run-measured.ts';
import { guichetSite, peerSite, type BenchPlace, type BenchSite } from './sites.ts';

/** What is measured, and where the peers are. */
export interface PortalBenchOptions {
  /** An owner's folder in one language. */
  content: string;
  /** Folder with the peers installed; without one they are installed into a temporary folder. */
  packages?: string | undefined;
  /** Two searches that find something. */
  queries: [string, string];
  /** Names of the sites to measure; all of them when empty. */
  only: string[];
}

const peerVersions = ['@astrojs/starlight@0.42.4', 'astro@7.3.5', 'vitepress@1.6.4', 'sharp@0.35.5'];
const samples = 3;
const firstPort = 4790;
const installTimeoutMs = 600_000;

/**
 * Builds the same articles with Guichet, Starlight and VitePress and reads them in a Chromium, all in one run: what a
 * page and a search cost, how soon they are there on a slow phone, and what a build takes.
 */
export async function benchPortal(options: PortalBenchOptions): Promise<void> {
  const work = join(tmpdir(), `guichet-portal-bench-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const packages = options.packages ?? (await installPeers(join(work, 'packages')));
  const { articles } = await readArticles(options.content);
  const place: BenchPlace = { content: options.content, work, packages };
  const sites = [
    guichetSite(place, articles),
    peerSite(starlight, place, articles),
    peerSite(vitePress, place, articles),
  ].filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const read = choose(articles);
  console.log(
    `${articles.length} articles of ${options.content}; pages read: ${read.map(({ id }) => id).join(', ')}`,
  );
  const browser = await openBrowser();
  const columns: Record<string, string>[] = [];
  for (const [number, site] of sites.entries()) {
    const run = { browser, read, queries: options.queries, port: firstPort + number };
    // Each site takes minutes: what is known is shown, in case the next step fails.
    for await (const column of measureSite(site, run)) {
      columns[number] = column;
      print(sites, columns);
    }
  }
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

async function installPeers(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const command = ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...peerVersions];
  await runMeasured(command, { cwd: folder, timeoutMs: installTimeoutMs });
  return folder;
}

/** Articles of several lengths: the median, and those at a quarter and three quarters. */
function choose(articles: readonly Article[]): Article[] {
  const plain = articles.filter(({ markdown }) => !markdown.includes(']('));
  const byLength = (plain.length >= samples ? plain : articles).toSorted(
    (a, b) => a.markdown.length - b.markdown.length,
  );
  return [1, 2, 3].flatMap((quarter) => byLength[Math.floor((byLength.length * quarter) / 4)] ?? []);
}

interface SiteRun {
  browser: Browser;
  read: Article[];
  queries: [string, string];
  port: number;
}

/** The figures of a site: first those of its pages and its build, then with those of a build after an edit. */
async function* measureSite(
  site: BenchSite,
  { browser, read, queries, port }: SiteRun,
): AsyncGenerator<Record<string, string>> {
  console.log(`${site.name}: building`);
  const built = await site.build();
  const stop = await site.serve(port);
  const urls = read.map((article) => `http://127.0.0.1:${port}${site.pageOf(article)}`);
  const [first = ''] = urls;
  const way = site.search;
  const costs = await inTurn(urls, (url) => measureCost(browser, url));
  const searches = await inTurn(urls, (url) => measureSearch(browser, url, { way, queries }));
  const speeds = await inTurn(
    Array.from({ length: samples }, () => first),
    (url) => measureSpeed(browser, url, { way, query: queries[0] }),
  );
  await stop();
  const known = {
    'an article, cold: everything transferred': kilobytes(median(costs, 'bytes')),
    requests: String(median(costs, 'requests')),
    'script before interaction': kilobytes(median(costs, 'scriptBytes')),
    'bytes to the first result of a search': kilobytes(median(searches, 'bytes')),
    'last key to first result, cold': milliseconds(median(searches, 'coldMs')),
    'last key to first result, warm': milliseconds(median(searches, 'warmMs')),
    'LCP, slow phone': milliseconds(median(speeds, 'lcpMs')),
    'CLS, slow phone': median(speeds, 'cls').toFixed(3),
    'INP while a search is typed, slow phone': milliseconds(median(speeds, 'inpMs')),
    'full build': `${built.seconds.toFixed(1)} s`,
    'peak memory of the build': `${Math.round(built.peakMegabytes)} MB`,
  };
  yield known;
  const again = await site.rebuild();
  yield { ...known, 'build after one article changed': `${again.seconds.toFixed(1)} s` };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function median<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return quantile(
    rows.map((row) => row[key]).toSorted((one, other) => one - other),
    0.5,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function milliseconds(time: number): string {
  return Number.isNaN(time) ? '–' : `${Math.round(time)} ms`;
}

function print(sites: readonly BenchSite[], columns: readonly Record<string, string>[]): void {
  const row = (cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);
  const measured = sites.slice(0, columns.length);
  row(['measure', ...measured.map(({ name }) => name)]);
  row(['---', ...measured.map(() => '---:')]);
  for (const measure of Object.keys(columns[0] ?? {}))
    row([measure, ...columns.map((column) => column[measure] ?? '–')]);
}
