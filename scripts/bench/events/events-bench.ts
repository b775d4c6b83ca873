import { loadavg } from 'node:os';
import { readCatalog, type CatalogArticle } from '../../../src/built-index.ts';
import { readSettings } from '../../../src/settings.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { currentBuild } from '../../build/ensure-built.ts';
import { printTable } from '../print-table.ts';
import { benchPostgres, benchSqlite, type BenchDatabase } from './bench-database.ts';
import { buildPortal, portalEnvironment, startPortal, stopPortal, type BenchPortal } from './bench-portal.ts';
import { fillEvents } from './fill-events.ts';
import { postEvents } from './post-events.ts';

const asksPerPage = 9;
const postingMs = 10_000;
const killedAfterMs = 2_000;
const idsAtOnce = 500;

/** How long the desk's pages take over so many events, how many events a second come in, and whether a kill loses any. */
export async function benchEvents(count: number): Promise<void> {
  for (const open of [() => Promise.resolve(benchSqlite()), benchPostgres]) {
    const database = await open();
    try {
      await benchDatabase(database, count);
    } finally {
      await database.remove();
    }
  }
}

async function benchDatabase(database: BenchDatabase, count: number): Promise<void> {
  await buildPortal(database);
  const settings = readSettings(portalEnvironment(database));
  const { articles } = readCatalog(currentBuild(settings).indexFolder);
  await withStore(database, async (store) => {
    await migrate(store);
    await fillEvents(store, articles, count);
  });
  const portal = await startPortal(database);
  const rows = await timePages(portal, articles);
  printTable(
    `Desk pages over ${count} events of 90 days, ${database.name}, load ${loadavg()[0]?.toFixed(1)}`,
    ['page', 'median ms', 'slowest ms'],
    rows,
  );
  const article = articles[0]?.id ?? '';
  const { accepted, seconds } = await postEvents(portal.url, article, postingMs);
  await stopPortal(portal);
  const lost = await killWhilePosting(database, article);
  printTable(
    `POST /api/events in batches of 20, ${database.name}`,
    ['events a second', 'answered with 202 before SIGKILL', 'of these lost'],
    [[Math.round(accepted.length / seconds), lost.accepted, lost.missing]],
  );
}

async function timePages(
  { url, cookie }: BenchPortal,
  articles: readonly CatalogArticle[],
): Promise<(string | number)[][]> {
  const pages = [
    '/admin?days=90',
    '/admin?days=90&locale=fr',
    '/admin/articles?days=90',
    `/admin/articles/${articles[0]?.id}?days=90`,
    '/admin/searches?days=90',
    '/admin/searches?days=90&show=rephrased',
    '/admin/deflection?days=90',
    '/admin/gaps?days=90',
    '/admin/tickets?days=90',
    '/admin/review',
    '/admin/health?days=90',
  ];
  const rows: (string | number)[][] = [];
  for (const page of pages) {
    const times: number[] = [];
    for (let ask = 0; ask < asksPerPage; ask += 1) {
      const started = performance.now();
      const answer = await fetch(url + page, { headers: { cookie }, redirect: 'manual' });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}.`);
      times.push(performance.now() - started);
    }
    times.sort((one, other) => one - other);
    rows.push([
      page,
      ...[times[Math.floor(asksPerPage / 2)], times.at(-1)].map((ms) => (ms ?? 0).toFixed(0)),
    ]);
  }
  return rows;
}

/** Kills the server while events come in, and looks for every event whose batch was answered with 202. */
async function killWhilePosting(
  database: BenchDatabase,
  article: string,
): Promise<{ accepted: number; missing: number }> {
  const portal = await startPortal(database);
  const posting = postEvents(portal.url, article, postingMs);
  await new Promise((wait) => setTimeout(wait, killedAfterMs));
  await stopPortal(portal, 'SIGKILL');
  const { accepted } = await posting;
  let found = 0;
  await withStore(database, async (store) => {
    for (let start = 0; start < accepted.length; start += idsAtOnce) {
      const ids = accepted.slice(start, start + idsAtOnce);
      const { kept } = await store.database
        .selectFrom('events')
        .select((eb) => eb.fn.countAll<number>().as('kept'))
        .where('id', 'in', ids)
        .executeTakeFirstOrThrow();
      found += kept;
    }
  });
  return { accepted: accepted.length, missing: accepted.length - found };
}

async function withStore(database: BenchDatabase, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(database);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
