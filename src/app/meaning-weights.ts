import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MeaningWeights } from '../search/meaning.ts';

const learned = z.strictObject({ weight: z.number().min(0), enough: z.number().min(-1).max(2) });

/** Where what was learned about a model of vectors is kept: `npm run evaluate -- --embeddings --keep` writes it. */
function fileOf(dataFolder: string, model: string): string {
  return join(dataFolder, 'embeddings', `${encodeURIComponent(model)}.json`);
}

/** What was learned about a model; without it, or when it cannot be read, meaning has no weight. */
export function readMeaningWeights(dataFolder: string, model: string): MeaningWeights | undefined {
  try {
    return learned.parse(JSON.parse(readFileSync(fileOf(dataFolder, model), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps what was learned about a model. */
export function keepMeaningWeights(dataFolder: string, model: string, weights: MeaningWeights): string {
  const file = fileOf(dataFolder, model);
  mkdirSync(join(dataFolder, 'embeddings'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(weights)}\n`);
  return file;
}
