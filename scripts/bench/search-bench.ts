import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { readArticles } from '../../src/articles/read-articles.ts';
import { readLabelledSets } from '../evaluate/labelled-set.ts';
import { benchDocument } from './engine.ts';
import type { Engine, LoadedEngine } from './engine.ts';
import { engines } from './engines.ts';
import { guichet } from './guichet-engine.ts';
import { knownItems, writings } from './known-items.ts';
import { benchPayload } from './payload-bench.ts';
import { printTable } from './print-table.ts';
import { benchServers } from './server-bench.ts';
import { benchTimes } from './time-bench.ts';

const slowQueries = 12;

/** What is compared, and with whom. */
export interface BenchPlan {
  /** Holds kb-alchemy-fr, kb-dynamics-fr and the question sets. */
  folder: string;
  /** Where articles that were rendered once are kept. */
  cacheFolder: string;
  parts: BenchPart[];
  /** Names of engines; empty for all. */
  only: string[];
  /** Number of titles that are asked, and so how long the part `times` takes. */
  queries: number;
  /** 1 for the whole corpus, 4 for every fourth article, in the parts about time and size. */
  every: number;
}

/** The parts of the comparison. */
export const benchParts = ['known', 'questions', 'times', 'sizes', 'server', 'payload'] as const;

/** One of `benchParts`. */
export type BenchPart = (typeof benchParts)[number];

async function shareFirst(
  loaded: LoadedEngine,
  items: { query: string; right: ReadonlySet<string> }[],
  depth: number,
): Promise<string> {
  let right = 0;
  for (const item of items) {
    const found = await loaded.search(item.query);
    if (found.slice(0, depth).some((id) => item.right.has(id))) right++;
  }
  return (right / Math.max(items.length, 1)).toFixed(3);
}

async function benchKnownItems(engines: Engine[], articles: Article[]): Promise<void> {
  const documents = articles.map(benchDocument);
  const items = knownItems(articles);
  const rows: string[][] = [];
  for (const engine of engines) {
    const loaded = await engine.open('fr', documents);
    const asked = engine.isSlow ? items.slice(0, slowQueries) : items;
    const figures: string[] = [];
    for (const writing of writings) {
      const queries = asked.map(({ articleId, queries }) => ({
        query: queries[writing],
        right: new Set([articleId]),
      }));
      figures.push(await shareFirst(loaded, queries, 1));
    }
    rows.push([engine.isSlow ? `${engine.name} (${slowQueries} queries)` : engine.name, ...figures]);
    await loaded.close?.();
  }
  printTable(
    `S@1, query = six content words of one of ${items.length} articles`,
    ['engine', ...writings],
    rows,
  );
}

async function benchQuestions(engines: Engine[], folder: string): Promise<void> {
  for (const { name, locale, articles, messages } of await readLabelledSets(folder)) {
    const items = messages.map(({ description, expected }) => ({
      query: description,
      right: new Set(expected.keys()),
    }));
    const rows: string[][] = [];
    for (const engine of engines) {
      if (engine.isSlow) continue;
      const loaded = await engine.open(locale, articles.map(benchDocument));
      rows.push([engine.name, await shareFirst(loaded, items, 1), await shareFirst(loaded, items, 3)]);
      if (loaded.suggest) {
        const asDraft = { ...loaded, search: loaded.suggest };
        rows.push([
          `${engine.name}, as a draft`,
          await shareFirst(asDraft, items, 1),
          await shareFirst(asDraft, items, 3),
        ]);
      }
      await loaded.close?.();
    }
    printTable(
      `${name}: ${items.length} questions, ${articles.length} articles`,
      ['engine', 'S@1', 'S@3'],
      rows,
    );
  }
}

/** The largest corpus, cut to a half and a quarter: what grows with the shelf, and how much. */
async function benchSizes(articles: Article[], queries: number): Promise<void> {
  for (const step of [4, 2, 1]) {
    const some = articles.filter((_, position) => position % step === 0);
    await benchTimes([guichet], some, queries);
  }
}

/** Compares Guichet's search with its peers on the same documents and queries, and prints tables. */
export async function benchSearch(plan: BenchPlan): Promise<void> {
  const { folder, cacheFolder, parts, only, queries, every } = plan;
  const chosen = engines.filter(({ name }) => only.length === 0 || only.includes(name));
  const read = async (name: string) => (await readArticles(join(folder, name), { cacheFolder })).articles;
  const alchemy = await read('kb-alchemy-fr');
  if (parts.includes('known')) await benchKnownItems(chosen, alchemy);
  if (parts.includes('questions')) {
    for (const set of ['faq-covid-fr', 'faq-covid-en']) await benchQuestions(chosen, join(folder, set));
  }
  const dynamics = (await read('kb-dynamics-fr')).map((article) => ({
    ...article,
    id: `fr/dynamics/${article.path}`,
  }));
  const all = [...alchemy, ...dynamics].filter((_, position) => position % every === 0);
  const quick = chosen.filter(({ isSlow }) => !isSlow);
  if (parts.includes('times')) await benchTimes(quick, all, queries);
  if (parts.includes('sizes')) await benchSizes(all, queries);
  if (parts.includes('server')) await benchServers(all, queries);
  if (parts.includes('payload')) await benchPayload(all, queries);
}
