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
const warmingQueries = 20;
/** A query that takes this long is asked once. */
const longMs = 250;
/** What an engine may spend on one load. */
const mostMs = 60_000;

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

/** How often an engine may still be asked, and what it took so far. */
interface Clock {
  times: number[];
  spentMs: number;
}

/** The shortest of three times; a query that takes long is not asked again, what it takes is plain enough. */
async function shortest(engine: RunningEngine, question: Question, clock: Clock): Promise<void> {
  let best = Infinity;
  for (let round = 0; round < rounds && clock.spentMs < mostMs; round++) {
    const { ms } = await engine.ask(question);
    if (ms === undefined) return;
    clock.spentMs += ms;
    best = Math.min(best, ms);
    if (ms > longMs) break;
  }
  if (best < Infinity) clock.times.push(best);
}

/**
 * Asks every engine each query in turn, up to three times; of its times for a query the shortest counts. An engine that
 * has spent its time on a load is asked no more, and the number of its queries is smaller.
 */
async function timesOf(running: RunningEngine[], { way, queries }: Load): Promise<Map<string, number[]>> {
  const clocks = new Map(running.map((engine) => [engine, { times: [], spentMs: 0 }]));
  const warming = queries.slice(0, warmingQueries);
  for (const engine of running) {
    const started = performance.now();
    for (const query of warming) if (performance.now() - started < longMs) await engine.ask({ way, query });
  }
  for (const query of queries) {
    for (const [engine, clock] of clocks) await shortest(engine, { way, query }, clock);
  }
  return new Map([...clocks].map(([{ name }, { times }]) => [name, times]));
}

function quantiles(times: number[] | undefined): string {
  if (!times || times.length === 0) return '–';
  const sorted = times.toSorted((one, other) => one - other);
  const spread = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(2)).join(' / ');
  return `${spread} (n ${times.length})`;
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
      ['engine', ...loads.map(({ name }) => name)],
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
