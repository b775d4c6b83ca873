import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { readArticles } from '../../src/articles/read-articles.ts';
import { readLabelledSets } from '../evaluate/labelled-set.ts';
import { quantile } from '../evaluate/metrics.ts';
import { benchDocument } from './engine.ts';
import type { BenchDocument, Engine, LoadedEngine } from './engine.ts';
import { fts5, fts5Stems, postgres } from './database-engines.ts';
import { guichet } from './guichet-engine.ts';
import { knownItems, writings } from './known-items.ts';
import { flexSearch, fuse, lunrEngine, miniSearch, orama } from './peer-engines.ts';

const engines: Engine[] = [
  guichet,
  miniSearch,
  lunrEngine,
  flexSearch,
  orama,
  fuse,
  fts5,
  fts5Stems,
  postgres,
];
const slowQueries = 12;
const titleQueries = 300;
const draftQueries = 60;

function row(cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function table(title: string, heads: string[]): void {
  console.log(`\n### ${title}\n`);
  row(heads);
  row(heads.map(() => '---'));
}

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

async function benchKnownItems(articles: Article[]): Promise<void> {
  const documents = articles.map(benchDocument);
  const items = knownItems(articles);
  table(`S@1, query = six content words of one of ${items.length} articles`, ['engine', ...writings]);
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
    row([engine.isSlow ? `${engine.name} (${slowQueries} queries)` : engine.name, ...figures]);
    await loaded.close?.();
  }
}

async function benchQuestions(folder: string): Promise<void> {
  for (const { name, locale, articles, messages } of await readLabelledSets(folder)) {
    const items = messages.map(({ description, expected }) => ({
      query: description,
      right: new Set(expected.keys()),
    }));
    table(`${name}: ${items.length} questions, ${articles.length} articles`, ['engine', 'S@1', 'S@3']);
    for (const engine of engines) {
      if (engine.isSlow) continue;
      const loaded = await engine.open(locale, articles.map(benchDocument));
      row([engine.name, await shareFirst(loaded, items, 1), await shareFirst(loaded, items, 3)]);
      if (loaded.suggest) {
        const asDraft = { ...loaded, search: loaded.suggest };
        row([
          `${engine.name}, as a draft`,
          await shareFirst(asDraft, items, 1),
          await shareFirst(asDraft, items, 3),
        ]);
      }
      await loaded.close?.();
    }
  }
}

async function times(run: ((query: string) => unknown) | undefined, queries: string[]): Promise<string> {
  if (!run) return '–';
  for (const query of queries.slice(0, 40)) await run(query);
  const taken: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await run(query);
    taken.push(performance.now() - started);
  }
  taken.sort((one, other) => one - other);
  return [0.5, 0.95, 0.99].map((share) => quantile(taken, share).toFixed(2)).join(' / ');
}

function draftsFrom(documents: BenchDocument[]): { short: string[]; long: string[] } {
  const texts = documents.filter((_, position) => position % 41 === 7).map(({ text }) => text.split(/\s+/));
  const short = texts.filter((words) => words.length > 150).map((words) => words.slice(0, 150).join(' '));
  const long = short.map((_, start) =>
    short
      .slice(start, start + 30)
      .join('\n')
      .slice(0, 20_000),
  );
  return { short: short.slice(0, draftQueries), long: long.slice(0, draftQueries / 3) };
}

async function benchTimes(articles: Article[]): Promise<void> {
  const documents = articles.map(benchDocument);
  const step = Math.ceil(documents.length / titleQueries);
  const titles = documents.filter((_, position) => position % step === 0).map(({ title }) => title);
  const unfinished = titles.map((title) => title.slice(0, Math.max(4, Math.floor(title.length * 0.6))));
  const { short, long } = draftsFrom(documents);
  table(`Milliseconds (p50 / p95 / p99) over ${documents.length} articles`, [
    'engine',
    'title as query',
    'while typing',
    'draft of 150 words',
    'draft of 20,000 characters',
    'index: build s',
    'load ms',
    'MB',
  ]);
  for (const engine of engines) {
    const started = performance.now();
    const loaded = await engine.open('fr', documents);
    const buildSeconds = ((performance.now() - started) / 1000).toFixed(1);
    const few = (queries: string[]) => (engine.isSlow ? queries.slice(0, slowQueries) : queries);
    const draft = loaded.suggest ?? loaded.search;
    row([
      engine.name,
      await times(loaded.search, few(titles)),
      await times(loaded.type, few(unfinished)),
      engine.isSlow ? '–' : await times(draft, short),
      engine.isSlow ? '–' : await times(draft, long.slice(0, engine === guichet ? long.length : 3)),
      buildSeconds,
      loaded.loadMs?.toFixed(0) ?? '–',
      loaded.bytes ? (loaded.bytes / 1e6).toFixed(1) : '–',
    ]);
    await loaded.close?.();
  }
}

/**
 * Compares Guichet's search with its peers on the same documents and queries, in one process, and prints tables.
 * `folder` holds kb-alchemy-fr, kb-dynamics-fr and the question sets.
 */
export async function benchSearch(folder: string): Promise<void> {
  const read = async (name: string) => (await readArticles(join(folder, name))).articles;
  const alchemy = await read('kb-alchemy-fr');
  await benchKnownItems(alchemy);
  for (const set of ['faq-covid-fr', 'faq-covid-en']) await benchQuestions(join(folder, set));
  const dynamics = (await read('kb-dynamics-fr')).map((article) => ({
    ...article,
    id: `fr/dynamics/${article.path}`,
  }));
  await benchTimes([...alchemy, ...dynamics]);
}
