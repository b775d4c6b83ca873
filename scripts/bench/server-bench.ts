import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { catalogued, indexFiles, type Catalog } from '../../src/built-index.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { quantile } from '../evaluate/metrics.ts';
import { printTable } from './print-table.ts';

const names = ['Guichet', 'MiniSearch', 'SQLite FTS5', 'SQLite FTS5, our stems'];
const connections = 50;
const roundMs = 4_000;
const rounds = 3;

interface BenchServer {
  name: string;
  child: ChildProcess;
  port: number;
  times: number[];
  /** Answers in each round, by the second. */
  rates: number[];
}

function writeFolder(articles: Article[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  for (const name of ['content', 'data', 'index']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'articles.json'), JSON.stringify(articles));
  const catalog: Catalog = {
    locales: ['fr'],
    defaultLocale: 'fr',
    articles: articles.map(catalogued),
    categories: [],
    findings: [],
  };
  writeFileSync(join(folder, 'index', indexFiles.catalog), JSON.stringify(catalog));
  writeFileSync(join(folder, 'index', indexFiles.index('fr')), buildIndex('fr', articles));
  return folder;
}

async function start(name: string, folder: string): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [name, folder], {
    execArgv: ['--max-old-space-size=6000'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { name, child, port, times: [], rates: [] };
}

function ask(agent: Agent, port: number, query: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const path = `/api/search?locale=fr&q=${encodeURIComponent(query)}`;
    get({ agent, port, host: '127.0.0.1', path }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Answered ${response.statusCode} for "${query}".`));
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}

/** Keeps all connections busy for one round. */
async function load(server: BenchServer, queries: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  let next = 0;
  const busy = async (): Promise<void> => {
    while (performance.now() - started < roundMs) {
      const asked = performance.now();
      await ask(agent, server.port, queries[next++ % queries.length] ?? '');
      server.times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, busy));
  server.rates.push((next * 1000) / (performance.now() - started));
  agent.destroy();
}

/** One round that does not count: a server that has just started has yet to compile its code and read its index. */
async function warmUp(server: BenchServer, queries: string[]): Promise<void> {
  await load(server, queries);
  server.times.length = 0;
  server.rates.length = 0;
}

function median(values: number[]): number {
  return quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );
}

/** Requests a second that one process answers over 50 connections: the portal's server beside bare ones, in turn. */
export async function benchServers(articles: Article[], count: number): Promise<void> {
  const folder = writeFolder(articles);
  const step = Math.max(1, Math.floor(articles.length / count));
  const queries = articles.filter((_, position) => position % step === 0).map(({ title }) => title);
  const servers: BenchServer[] = [];
  try {
    for (const name of names) servers.push(await start(name, folder));
    for (const server of servers) await warmUp(server, queries);
    for (let round = 0; round < rounds; round++) for (const server of servers) await load(server, queries);
    printTable(
      `Requests a second, ${connections} connections, ${articles.length} articles, load ${loadavg()[0]?.toFixed(1)}`,
      ['server', 'requests/s (median)', 'p50 ms', 'p99 ms'],
      servers.map(({ name, times, rates }) => {
        const sorted = times.toSorted((one, other) => one - other);
        const spread = [0.5, 0.99].map((share) => quantile(sorted, share).toFixed(1));
        return [name === 'Guichet' ? name : `Node around ${name}`, median(rates).toFixed(0), ...spread];
      }),
    );
  } finally {
    for (const { child } of servers) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
