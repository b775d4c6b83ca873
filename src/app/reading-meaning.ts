import type { Embedder } from '../answers/embedder.ts';
import { ModelUnavailable } from '../answers/model.ts';
import { scrub } from '../privacy/scrub.ts';
import { meaningOf, type Meaning, type MeaningWeights } from '../search/meaning.ts';
import type { NearSection } from '../search/section-vectors.ts';
import type { LiveIndex } from './live-index.ts';

/** Knows what queries mean, where the owner has a model of vectors. */
export interface ReadingMeaning {
  /** The meaning of a text that is known already; one that is not is asked for in the background, and words decide now. */
  known(locale: string, text: string): Meaning | undefined;
  /** Waits, as long as the budget allows, until the meaning of a text is known. */
  soon(text: string): Promise<void>;
  /** The sections of another language that are near enough in meaning to be shown, nearest first. */
  abroad(locale: string, text: string): NearSection[];
}

/** What reading meaning works with. */
export interface ReadingMeaningParts {
  embedder: Embedder;
  live: () => Pick<LiveIndex, 'indexes' | 'vectors'>;
  /** Notes amounts by name. */
  note: (tallies: Record<string, number>) => void;
  weights: MeaningWeights;
}

const budgetMs = 300;
const giveUpMs = 5_000;
const maxKept = 1_000;
const maxAtOnce = 4;
const mostAbroad = 2;
const maxChars = 2_000;

/** Asks the embedder once for each text and keeps its vectors in memory; while it fails, words alone decide. */
export function createReadingMeaning({ embedder, live, note, weights }: ReadingMeaningParts): ReadingMeaning {
  const kept = new Map<string, number[]>();
  const asked = new Map<string, Promise<void>>();
  const ask = (text: string): Promise<void> => {
    const before = asked.get(text);
    if (before) return before;
    if (asked.size >= maxAtOnce) return Promise.resolve();
    const asking = embedder
      .embed([text], AbortSignal.timeout(giveUpMs))
      .then(([vector]) => {
        note({ 'embeddings.calls': 1 });
        const [oldest] = kept.keys();
        if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
        if (vector) kept.set(text, vector);
      })
      .catch((error: unknown) => {
        if (!(error instanceof ModelUnavailable)) throw error;
      })
      .finally(() => asked.delete(text));
    asked.set(text, asking);
    return asking;
  };
  const understood = (locale: string, text: string): Meaning | undefined => {
    const index = live().indexes.get(locale);
    const vectors = live().vectors.get(locale);
    const vector = kept.get(text);
    if (!index || !vector || vectors?.model !== embedder.name) return undefined;
    return meaningOf(index, vectors, vector, weights);
  };
  const written = (text: string): string => scrub(text).replace(/\s+/g, ' ').trim().slice(0, maxChars);
  return {
    known(locale, given) {
      const text = written(given);
      if (text === '') return undefined;
      if (!kept.has(text)) void ask(text);
      return understood(locale, text);
    },
    async soon(given) {
      const text = written(given);
      if (text !== '' && !kept.has(text)) await Promise.race([ask(text), wait(budgetMs)]);
    },
    abroad(locale, given) {
      const vectors = live().vectors.get(locale);
      const vector = kept.get(written(given));
      if (!vector || vectors?.model !== embedder.name) return [];
      return vectors.nearest(vector, mostAbroad).filter(({ likeness }) => likeness >= weights.enough);
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
