import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featureNames } from '../src/search/features.ts';
import {
  crossValidateConfidence,
  crossValidateRanker,
  learnRankers,
  rankingLesson,
} from './evaluate/cross-validate.ts';
import { answerCases, learnConfidence, thresholdFor } from './evaluate/learn.ts';
import type { ConfidenceModel, Ranker } from './evaluate/learn.ts';
import { readLabelledSets } from './evaluate/labelled-set.ts';
import { lessonsOf } from './evaluate/lessons.ts';
import type { Lesson } from './evaluate/lessons.ts';

const weightsFile = join(import.meta.dirname, '../src/search/weights.json');

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function written(ranker: Ranker): Record<string, number[]> {
  return Object.fromEntries(featureNames.map((name) => [name, ranker.weights[name].map(rounded)]));
}

function writtenModel(model: ConfidenceModel): Record<string, number> {
  return Object.fromEntries(Object.entries(model).map(([name, weight]) => [name, rounded(weight)]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string', multiple: true }, write: { type: 'boolean', default: false } },
  });
  if (!values.data)
    throw new Error(
      'Say where the labelled sets are: node scripts/learn-weights.ts --data FOLDER … [--write]',
    );
  const lessons: Lesson[] = [];
  for (const folder of values.data)
    for (const set of await readLabelledSets(folder)) lessons.push(...lessonsOf(set));
  const ranking = lessons.map(rankingLesson);
  const { lines, cases } = crossValidateRanker(ranking);
  console.log(lines.join('\n'));
  console.log(crossValidateConfidence(cases).join('\n'));
  const { suggest, search } = learnRankers(ranking);
  const confidence = learnConfidence(cases.map((found) => answerCases(found.cases)));
  const threshold = thresholdFor(
    confidence,
    cases.map((found) => found.cases),
  );
  const weights = {
    search: written(search),
    suggest: written(suggest),
    confidence: writtenModel(confidence),
    threshold: rounded(threshold),
    searchCoverage: 0.2,
  };
  if (values.write) writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
  else console.log(JSON.stringify(weights, null, 2));
}

await main();
