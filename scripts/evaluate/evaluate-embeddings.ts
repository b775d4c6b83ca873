import type { Embedder } from '../../src/answers/embedder.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { meaningOf, type MeaningWeights } from '../../src/search/meaning.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { quantise, SectionVectors } from '../../src/search/section-vectors.ts';
import { search } from '../../src/search/search.ts';
import { suggest } from '../../src/search/suggest.ts';
import { embedBatches, textsOf } from '../build/embed-sections.ts';
import type { Progress } from '../progress.ts';
import { askedFrom } from './asked-from.ts';
import type { LabelledMessage, LabelledSet } from './labelled-set.ts';
import { estimateMean, metricNames, scoresOf, type Estimate, type MetricName } from './metrics.ts';

/** What vectors add on one set: each half of the messages is measured with the weight learned on the other half. */
export interface EmbeddingEvaluation {
  set: string;
  messages: number;
  /** With words alone, and with words and meaning. */
  words: Record<MetricName, Estimate>;
  both: Record<MetricName, Estimate>;
  /** Learned on all messages of the set, for the portal; no weight where the halves got no better. */
  learned: MeaningWeights;
}

const depth = 10;
const weightsTried = [0, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5];
/** Of the articles that are nearest and wrong, so many have to stay out. */
const wrongKeptOut = 0.99;

interface Asked {
  message: LabelledMessage;
  vector: number[];
}

/** Measures what the vectors of a model add to words, through the ranker that serves the portal. */
export async function evaluateEmbeddings(
  set: LabelledSet,
  embedder: Embedder,
  onProgress: Progress,
): Promise<EmbeddingEvaluation> {
  const index = loadIndex(buildIndex(set.locale, set.articles), set.locale);
  const sections = (await embedAll(embedder, textsOf(index), onProgress)).map(quantise);
  const vectors = new SectionVectors(
    embedder.name,
    sections[0]?.length ?? 0,
    Int8Array.from(sections.flatMap((values) => [...values])),
  );
  const messages = set.messages.filter(({ expected, kind }) => expected.size > 0 && kind !== 'typing');
  const texts = messages.map(({ subject, description }) => `${subject} ${description}`.trim());
  const embedded = await embedAll(embedder, texts, onProgress);
  const asked = messages.map((message, at): Asked => ({ message, vector: embedded[at] ?? [] }));
  const score = scorerOf(index, vectors, set);
  const odd = asked.filter((_, at) => at % 2 === 0);
  const even = asked.filter((_, at) => at % 2 === 1);
  const both = [
    ...odd.map((one) => score(one, bestWeight(even, score))),
    ...even.map((one) => score(one, bestWeight(odd, score))),
  ];
  const words = asked.map((one) => score(one, 0));
  const [byWords, byBoth] = [meansOf(words), meansOf(both)];
  const isBetter = byBoth['MRR@10'].value > byWords['MRR@10'].value;
  const weight = isBetter ? bestWeight(asked, score) : 0;
  return {
    ...{ set: set.name, messages: asked.length, words: byWords, both: byBoth },
    learned: { weight, enough: enoughFor(index, vectors, asked) },
  };
}

type Scores = Record<MetricName, number>;
type Scorer = (asked: Asked, weight: number) => Scores;

function scorerOf(index: SearchIndex, vectors: SectionVectors, set: LabelledSet): Scorer {
  const solved = askedFrom(index, set.solved);
  const known = new Map<Asked, Map<number, Scores>>();
  return (asked, weight) => {
    const before = known.get(asked) ?? new Map<number, Scores>();
    known.set(asked, before);
    const found = before.get(weight) ?? scoresWith(index, vectors, asked, { weight, solved });
    before.set(weight, found);
    return found;
  };
}

function scoresWith(
  index: SearchIndex,
  vectors: SectionVectors,
  { message, vector }: Asked,
  { weight, solved }: { weight: number; solved: ReturnType<typeof askedFrom> },
): Scores {
  const meant =
    weight === 0 ? {} : { meaning: meaningOf(index, vectors, vector, { weight, enough: Infinity }) };
  const ids =
    message.kind === 'search'
      ? search(index, message.subject, { limit: depth, asked: solved, ...meant }).hits
      : suggest(index, message, { limit: depth, threshold: 0, asked: solved, ...meant }).suggestions;
  return scoresOf(
    ids.map(({ articleId }) => articleId),
    message.expected,
  );
}

/** The weight with the best mean reciprocal rank; of equals the smallest, so that what adds nothing has none. */
function bestWeight(asked: Asked[], score: Scorer): number {
  const sums = weightsTried.map((weight) =>
    asked.reduce((sum, one) => sum + score(one, weight)['MRR@10'], 0),
  );
  return weightsTried[sums.indexOf(Math.max(...sums))] ?? 0;
}

/** The likeness above which nearly no wrong article is: only from there on a hit needs no word in common. */
function enoughFor(index: SearchIndex, vectors: SectionVectors, asked: Asked[]): number {
  const wrong = asked.flatMap(({ message, vector }) => {
    const near = [...meaningOf(index, vectors, vector, { weight: 1, enough: 1 }).nearest];
    const likeness = near.find(([article]) => !message.expected.has(index.name(article).id));
    return likeness ? [likeness[1].likeness] : [];
  });
  wrong.sort((one, other) => one - other);
  return wrong[Math.floor(wrong.length * wrongKeptOut)] ?? 1;
}

function meansOf(scores: Scores[]): Record<MetricName, Estimate> {
  const means = metricNames.map((name) => [name, estimateMean(scores.map((score) => score[name]))]);
  return Object.fromEntries(means) as Record<MetricName, Estimate>;
}

async function embedAll(embedder: Embedder, texts: string[], onProgress: Progress): Promise<number[][]> {
  const vectors: number[][] = [];
  for await (const batch of embedBatches(embedder, texts)) {
    vectors.push(...batch.map(({ vector }) => vector));
    onProgress(vectors.length, texts.length);
  }
  return vectors;
}
