import { addToTallies } from '../events/tallies.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/open-store.ts';
import type { LiveIndex } from './live-index.ts';
import { readMeaningWeights } from './meaning-weights.ts';
import { createReadingMeaning, type ReadingMeaning } from './reading-meaning.ts';

/** What reading meaning is opened with. */
export interface OpenReadingMeaningParts {
  settings: Settings;
  live: () => LiveIndex;
  store: Store;
  today: () => string;
  onFailure: (error: unknown) => void;
  /** Told why a model of vectors is not used. */
  say: (notice: string) => void;
}

/** Sets meaning up when the owner has a model of vectors and its weight was learned; otherwise nothing is loaded or sent. */
export async function openReadingMeaning(
  parts: OpenReadingMeaningParts,
): Promise<ReadingMeaning | undefined> {
  const { settings, live, store, today, onFailure, say } = parts;
  const { embeddingModel, ...openai } = settings.openai;
  if (embeddingModel === undefined || (openai.baseUrl ?? openai.apiKey) === undefined) return undefined;
  const weights = readMeaningWeights(settings.dataFolder, embeddingModel);
  if (!weights || weights.weight === 0) {
    say(
      `${embeddingModel} has no weight in search yet: npm run evaluate -- --data FOLDER --embeddings --keep learns it.`,
    );
    return undefined;
  }
  const { openAiEmbedder } = await import('../answers/openai-model.ts');
  const note = (tallies: Record<string, number>): void =>
    void addToTallies(store, today(), tallies).catch(onFailure);
  return createReadingMeaning({
    ...{ live, weights, note },
    embedder: openAiEmbedder({ ...openai, embeddingModel }),
  });
}
