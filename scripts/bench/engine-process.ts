import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Article } from '../../src/articles/article.ts';
import { benchSections } from './engine.ts';
import type { LoadedEngine } from './engine.ts';
import { engines } from './engines.ts';

/** What the process of an engine is asked. */
export interface Question {
  /** `suggestLong` asks only those that have a way of their own with drafts: the others would take many seconds. */
  way: 'search' | 'type' | 'suggest' | 'suggestLong';
  query: string;
}

/** What it says when it is ready. Milliseconds, and bytes of memory of the whole process. */
export interface Ready {
  buildMs?: number;
  loadMs?: number;
  memory: number;
  bytes?: number;
}

/** What it answers; no `ms` when the engine has no such way. */
export interface Reply {
  ms?: number;
  ids: string[];
}

function documentsOf(file: string) {
  return (JSON.parse(readFileSync(file, 'utf8')) as Article[]).flatMap(benchSections);
}

function tell(message: Ready | Reply): void {
  process.send?.(message);
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

/** `pack` makes the file of an index; `load` reads it; `open` makes the index in this process. */
async function main([name, task, articlesFile = '', indexFile = '']: string[]): Promise<void> {
  const engine = engines.find((candidate) => candidate.name === name);
  if (!engine) throw new Error(`There is no engine "${name}".`);
  if (task === 'pack') {
    const documents = documentsOf(articlesFile);
    const { result, ms } = await timed(() => engine.pack?.('fr', documents) ?? new Uint8Array());
    writeFileSync(indexFile, result);
    return tell({ buildMs: ms, memory: 0 });
  }
  const documents = task === 'open' ? documentsOf(articlesFile) : [];
  const { result, ms } = await timed(() => {
    const opened = task === 'load' ? engine.load?.(readFileSync(indexFile)) : engine.open('fr', documents);
    if (!opened) throw new Error(`"${engine.name}" has no index to load.`);
    return opened;
  });
  answerQuestions(result);
  await result.search('index');
  globalThis.gc?.();
  const bytes = task === 'load' ? statSync(indexFile).size : result.bytes;
  const took = task === 'load' ? { loadMs: ms } : { buildMs: ms };
  tell({ ...took, memory: process.memoryUsage().rss, ...(bytes !== undefined && { bytes }) });
}

function waysOf({ search, type, suggest }: LoadedEngine) {
  return { search, type, suggest: suggest ?? search, suggestLong: suggest };
}

function answerQuestions(engine: LoadedEngine): void {
  process.on('message', (question: Question | 'stop') => {
    if (question === 'stop') return void Promise.resolve(engine.close?.()).then(() => process.exit(0));
    const run = waysOf(engine)[question.way];
    if (!run) return tell({ ids: [] });
    void timed(() => run(question.query)).then(({ result, ms }) => tell({ ids: result, ms }));
  });
}

// Whoever started this process may be gone.
process.on('disconnect', () => process.exit(0));
await main(process.argv.slice(2));
