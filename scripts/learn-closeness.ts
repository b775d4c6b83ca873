import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closenessNames } from '../src/search/closeness.ts';
import type { Closeness } from '../src/search/closeness.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { loadIndex } from '../src/search/load-index.ts';
import { rank } from '../src/search/rank.ts';
import { readHits } from '../src/search/read-hits.ts';
import { putRight, understandQuery } from '../src/search/understand-query.ts';
import { heldOutShelf, knownItems, writings } from './bench/known-items.ts';
import { readLabelledSets } from './evaluate/labelled-set.ts';
import type { LabelledSet } from './evaluate/labelled-set.ts';
import { descend } from './evaluate/learn.ts';

const weightsFile = join(import.meta.dirname, '../src/search/closeness.json');
const shown = 10;
const shrinkage = 1e-3;

interface Listed {
  isRight: boolean;
  score: number;
  closeness: Closeness;
}

/** One query with the articles it would show. */
type Case = Listed[];

function casesOf({ locale, articles }: LabelledSet): Map<string, Case[]> {
  const index = loadIndex(buildIndex(locale, articles));
  const items = knownItems(articles);
  const listed = (query: string, articleId: string): Case => {
    const { units, corrections } = understandQuery(index, query);
    const { ranked } = rank(index, units, { query });
    const read = readHits(index, { query: putRight(query, corrections), units }, ranked.slice(0, shown));
    return read.map(({ found, closeness }) => ({
      isRight: index.name(found.article).id === articleId,
      score: found.score,
      closeness,
    }));
  };
  return new Map(
    writings.map((writing) => [
      writing,
      items.map(({ articleId, queries }) => listed(queries[writing], articleId)),
    ]),
  );
}

function scoreOf({ score, closeness }: Listed, weights: ArrayLike<number>): number {
  return closenessNames.reduce((sum, name, at) => sum + (weights[at] ?? 0) * closeness[name], score);
}

/** Slope of the loss of naming the right article among those shown (softmax over the list). */
function slopeOf(cases: Case[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const listed of cases) {
    const right = listed.find(({ isRight }) => isRight);
    if (!right) continue;
    const powers = listed.map((found) => Math.exp(scoreOf(found, weights) - scoreOf(right, weights)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    closenessNames.forEach((name, at) => {
      const expected = listed.reduce(
        (sum, { closeness }, position) => sum + ((powers[position] ?? 0) / total) * closeness[name],
        0,
      );
      slope[at] = (slope[at] ?? 0) + (expected - right.closeness[name]) / cases.length;
    });
  }
  return slope;
}

function learn(cases: Case[]): Float64Array {
  const start = new Float64Array(closenessNames.length);
  return descend({ start, shrinkage }, (weights) => slopeOf(cases, weights));
}

function shareFirst(cases: Case[], weights: ArrayLike<number>): string {
  const isFirst = (listed: Case) =>
    listed.reduce<Listed | undefined>(
      (best, found) => (!best || scoreOf(found, weights) > scoreOf(best, weights) ? found : best),
      undefined,
    )?.isRight;
  return (cases.filter(isFirst).length / Math.max(cases.length, 1)).toFixed(3);
}

/** Learns what closeness weighs from searches for known articles, and says how it does on each set left out. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  if (!values.data)
    throw new Error(
      'Say where the articles are: node scripts/learn-closeness.ts --data FOLDER/tickets [--write]',
    );
  const sets = await readLabelledSets(values.data);
  const cases = new Map(sets.map((set) => [set.name, casesOf(set)]));
  const of = (names: string[]) => names.flatMap((name) => [...(cases.get(name)?.values() ?? [])].flat());
  const taught = sets.map(({ name }) => name).filter((name) => name !== heldOutShelf);
  for (const [name, byWriting] of cases) {
    const weights = learn(of(taught.filter((other) => other !== name)));
    const shares = [...byWriting].map(
      ([writing, found]) => `${writing} ${shareFirst(found, [])} -> ${shareFirst(found, weights)}`,
    );
    console.log(`${name.padEnd(22)} S@1 with weights of the others: ${shares.join(', ')}`);
  }
  const weights = learn(of(taught));
  const learned = Object.fromEntries(
    closenessNames.map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]),
  );
  if (values.write) writeFileSync(weightsFile, `${JSON.stringify(learned, null, 2)}\n`);
  console.log(JSON.stringify(learned));
}

await main();
