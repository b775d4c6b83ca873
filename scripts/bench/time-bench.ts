import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { quantile } from '../evaluate/metrics.ts';
import type { Engine } from './engine.ts';
import type { Question } from './engine-process.ts';
import { printTable } from './print-table.ts';
import { RunningEngine } from './running-engine.ts';

/** What is asked of every engine, by the name of the column. */
interface Load {
  name: string;
  way: Question['way'];
  queries: string[];
}

const rounds = 3;

function spread<Item>(items: Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, position) => position % step === 0).slice(0, count);
}

/** A log as people paste them: hundreds of lines of which one says what is wrong. */
function withLog(words: string): string {
  const line = (number: number) =>
    `2026-03-0${1 + (number % 9)} 12:00:11 INFO com.example.Orders.handle(Orders.java:${number}) done`;
  const log = Array.from({ length: 300 }, (_, number) => line(number)).join('\n');
  return `${words}\n${log}\n2026-03-09 12:00:12 ERROR connexion refusée\n${log}`.slice(0, 20_000);
}

function loadsOf(articles: Article[], count: number): Load[] {
  const titles = spread(articles, count).map(({ title }) => title);
  const words = articles
    .map(({ sections }) =>
      sections
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/),
    )
    .filter(({ length }) => length > 150);
  const written = spread(words, Math.ceil(count / 5));
  const draft = (length: number) => written.map((from) => from.slice(0, length).join(' '));
  const endless = written.map((_, at) =>
    words
      .slice(at * 7, at * 7 + 30)
      .flat()
      .join(' ')
      .slice(0, 20_000),
  );
  return [
    { name: 'title', way: 'search', queries: titles },
    {
      name: 'unfinished title',
      way: 'type',
      queries: titles.map((title) => title.slice(0, Math.max(4, Math.floor(title.length * 0.6)))),
    },
    { name: 'draft, 20 words', way: 'suggest', queries: draft(20) },
    { name: 'draft, 150 words', way: 'suggest', queries: draft(150) },
    { name: 'draft, 20,000 characters', way: 'suggestLong', queries: endless },
    { name: '150 words and a log, 20,000 characters', way: 'suggestLong', queries: draft(150).map(withLog) },
  ];
}

/** Asks every engine each query in turn, three times; of each engine's times for a query the shortest counts. */
async function timesOf(running: RunningEngine[], { way, queries }: Load): Promise<Map<string, number[]>> {
  const times = new Map(running.map(({ name }) => [name, [] as number[]]));
  for (const engine of running) for (const query of queries.slice(0, 20)) await engine.ask({ way, query });
  for (const query of queries) {
    const best = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      for (const { name, ms } of await askAll(running, { way, query })) {
        if (ms !== undefined) best.set(name, Math.min(best.get(name) ?? Infinity, ms));
      }
    }
    for (const [name, ms] of best) times.get(name)?.push(ms);
  }
  return times;
}

async function askAll(running: RunningEngine[], question: Question) {
  const replies: { name: string; ms: number | undefined }[] = [];
  for (const engine of running) replies.push({ name: engine.name, ms: (await engine.ask(question)).ms });
  return replies;
}

function quantiles(times: number[] | undefined): string {
  if (!times || times.length === 0) return '–';
  const sorted = times.toSorted((one, other) => one - other);
  return [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(2)).join(' / ');
}

/** Runs engines over articles, times them, and prints what they take. `count` is the number of titles asked. */
export async function benchTimes(engines: Engine[], articles: Article[], count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  writeFileSync(join(folder, 'articles.json'), JSON.stringify(articles));
  const running: RunningEngine[] = [];
  try {
    for (const engine of engines) running.push(await RunningEngine.start(engine, folder));
    const rows = new Map(running.map(({ name }) => [name, [] as string[]]));
    const loads = loadsOf(articles, count);
    for (const load of loads) {
      const times = await timesOf(running, load);
      for (const [name, cells] of rows) cells.push(quantiles(times.get(name)));
    }
    const sections = articles.reduce((sum, article) => sum + article.sections.length, 0);
    printTable(
      `Milliseconds (p50 / p95 / p99), ${articles.length} articles, ${sections} sections, load ${loadavg()[0]?.toFixed(1)}`,
      ['engine', ...loads.map(({ name, queries }) => `${name} (${queries.length})`)],
      [...rows].map(([name, cells]) => [name, ...cells]),
    );
    printTable(
      'The index',
      ['engine', 'build s', 'load ms', 'file MB', 'process MB after loading'],
      running.map(({ name, ready }) => [
        name,
        ((ready.buildMs ?? 0) / 1000).toFixed(1),
        ready.loadMs?.toFixed(0) ?? '–',
        ready.bytes ? (ready.bytes / 1e6).toFixed(1) : '–',
        ready.loadMs === undefined ? '–' : (ready.memory / 1e6).toFixed(0),
      ]),
    );
  } finally {
    for (const engine of running) await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
