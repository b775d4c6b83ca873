import { featureNames } from '../../src/search/features.ts';
import type { FeatureName } from '../../src/search/features.ts';
import type { ModelWeights } from '../../src/search/rank.ts';
import type { ConfidenceCase, RankingCase } from './cases.ts';

const steps = 150;
const rate = 0.08;
/** Keep weights small, so that what holds in one set only does not grow; solved tickets mean the same in every set. */
const shrinkage = { all: 3e-3, asked: 1e-3, confidence: 3e-3 };
/** Wrong candidates a right one is compared with: those that stand highest before learning. */
const mostRivals = 25;

export interface Descent {
  start: Float64Array;
  /** Pull of every weight towards 0. */
  shrinkage: number;
  /** Weights that stay as they are. */
  held?: boolean[];
}

/** Finds weights that make a loss small: gradient descent with adaptive steps (Adam, Kingma and Ba 2015). */
export function descend(
  { start, shrinkage: pull, held = [] }: Descent,
  gradientAt: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = Float64Array.from(start);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientAt(weights);
    weights.forEach((weight, at) => {
      if (held[at]) return;
      const slope = (gradient[at] ?? 0) + pull * weight;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      weights[at] = weight - (rate * (mean[at] ?? 0)) / (1 - 0.9 ** step) / size;
    });
  }
  return weights;
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Weights of the ranker, and the score they give. */
export interface Ranker {
  weights: ModelWeights;
  score: (values: Float64Array, length: number) => number;
}

/** The right candidates of a message, then their rivals, one row of numbers each, all in one list. */
interface Contest {
  values: Float64Array;
  rightCount: number;
  count: number;
}

/** Features, then the same multiplied by the length of the query. */
function withLength(values: Float64Array, length: number): Float64Array {
  const both = new Float64Array(2 * values.length);
  both.set(values);
  values.forEach((value, at) => (both[values.length + at] = value * length));
  return both;
}

function contestOf({ values, isRight, length }: RankingCase): Contest {
  const right = values.filter((_, position) => isRight[position]);
  const rivals = values.filter((_, position) => !isRight[position]).slice(0, mostRivals);
  const rows = [...right, ...rivals].map((value) => withLength(value, length));
  const all = new Float64Array(rows.length * 2 * featureNames.length);
  rows.forEach((row, position) => {
    all.set(row, position * row.length);
  });
  return { values: all, rightCount: right.length, count: rows.length };
}

function rowScore(values: Float64Array, row: number, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0, from = row * weights.length; at < weights.length; at++)
    sum += (values[from + at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** Slope of the logistic loss of the best right candidate against each rival, the strongest weighing most. */
function addSlope(
  { values, rightCount, count }: Contest,
  weights: Float64Array,
  share: number,
  gradient: Float64Array,
): void {
  const powers = new Float64Array(count);
  for (let row = 0; row < count; row++) powers[row] = rowScore(values, row, weights);
  let best = 0;
  for (let row = 1; row < rightCount; row++) if ((powers[row] ?? 0) > (powers[best] ?? 0)) best = row;
  const largest = Math.max(...powers);
  const takesPart = (row: number) => row === best || row >= rightCount;
  let total = 0;
  for (let row = 0; row < count; row++) {
    powers[row] = takesPart(row) ? Math.exp((powers[row] ?? 0) - largest) : 0;
    total += powers[row] ?? 0;
  }
  const width = weights.length;
  for (let row = rightCount; row < count; row++) {
    const pull = (share * (powers[row] ?? 0)) / total;
    if (pull < 1e-7) continue;
    for (let at = 0; at < width; at++)
      gradient[at] =
        (gradient[at] ?? 0) + pull * ((values[row * width + at] ?? 0) - (values[best * width + at] ?? 0));
  }
}

/** Where learning a ranker begins, and which features it leaves as they are. */
interface RankerStart {
  weights: Float64Array;
  held: ReadonlySet<FeatureName>;
  shrinkage: number;
}

function learnWeights(sets: RankingCase[][], { weights, held, shrinkage: pull }: RankerStart): Float64Array {
  const taught = sets
    .map((cases) =>
      cases.map(contestOf).filter(({ rightCount, count }) => rightCount > 0 && count > rightCount),
    )
    .filter((set) => set.length > 0);
  const isHeld = Array.from(weights, (_, at) => held.has(featureNames[at % featureNames.length] ?? 'title'));
  const slopeAt = (current: Float64Array) => {
    const gradient = new Float64Array(current.length);
    for (const set of taught)
      for (const contest of set) addSlope(contest, current, 1 / set.length / taught.length, gradient);
    return gradient;
  };
  return descend({ start: weights, shrinkage: pull, held: isHeld }, slopeAt);
}

const textFeatures = featureNames.filter((name) => !name.startsWith('asked'));

/**
 * Learns the ranker: first all weights together, then, with those of the words settled, once more what solved tickets
 * add, from the `solved` sets alone. Every set counts the same, however many messages it has. Features in `without` stay
 * at 0.
 */
export function learnRanker(
  sets: RankingCase[][],
  solved: RankingCase[][],
  without: FeatureName[] = [],
): Ranker {
  const count = featureNames.length;
  const start = new Float64Array(2 * count);
  featureNames.forEach((name, at) => (start[at] = without.includes(name) ? 0 : 1));
  const settled = learnWeights(sets, { weights: start, held: new Set(without), shrinkage: shrinkage.all });
  const found = learnWeights(solved, {
    weights: settled,
    held: new Set(textFeatures),
    shrinkage: shrinkage.asked,
  });
  const entries = featureNames.map((name, at) => [name, [found[at] ?? 0, found[at + count] ?? 0]]);
  return {
    weights: Object.fromEntries(entries) as ModelWeights,
    score: (values, length) => dot(withLength(values, length), found),
  };
}

/** Weight of each signal of confidence. */
export type ConfidenceModel = Record<string, number>;

/** The probability a model gives to signals. */
export function probabilityOf(model: ConfidenceModel, signals: Record<string, number>): number {
  const sum = Object.entries(signals).reduce((total, [name, value]) => total + (model[name] ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Signals, whether they mean yes, and how much the case counts: an equal share of its set when absent. */
export interface SignalCase {
  signals: Record<string, number>;
  isAnswered: boolean;
  weight?: number;
}

/** Learns how likely signals mean yes, by logistic regression; every set counts the same unless its cases say otherwise. */
export function learnConfidence(sets: SignalCase[][]): ConfidenceModel {
  const taught = sets.filter((set) => set.length > 0);
  const names = [...new Set(taught.flat().flatMap(({ signals }) => Object.keys(signals)))];
  const rows = taught.flatMap((set) =>
    set.map(({ signals, isAnswered, weight = 1 / set.length }) => ({
      x: Float64Array.from(names, (name) => signals[name] ?? 0),
      isAnswered,
      weight: weight / taught.length,
    })),
  );
  const found = descend(
    { start: new Float64Array(names.length), shrinkage: shrinkage.confidence },
    (weights) => {
      const gradient = new Float64Array(names.length);
      for (const { x, isAnswered, weight } of rows) {
        const error = weight * (1 / (1 + Math.exp(-dot(x, weights))) - (isAnswered ? 1 : 0));
        for (let at = 0; at < x.length; at++) gradient[at] = (gradient[at] ?? 0) + error * (x[at] ?? 0);
      }
      return gradient;
    },
  );
  return Object.fromEntries(names.map((name, at) => [name, found[at] ?? 0]));
}

/** Messages from which on a set counts in full for confidence. */
const trustedMessages = 200;

/**
 * The cases of one set for learning whether any article answers: those that one answers count as much as those that none
 * does, of which half are really without answer where the set has such, and small sets count less.
 */
export function answerCases(set: ConfidenceCase[]): SignalCase[] {
  const countOf = (answer: ConfidenceCase['answer']) => set.filter((found) => found.answer === answer).length;
  const withheldShare = countOf('none') > 0 ? 0.25 : 0.5;
  const shares = { exists: 0.5, none: 0.25, withheld: withheldShare };
  const trust = Math.min(1, Math.sqrt(set.length / trustedMessages));
  return set.map(({ signals, answer }) => ({
    signals,
    isAnswered: answer === 'exists',
    weight: (trust * shares[answer]) / countOf(answer),
  }));
}

/** Share of the messages that nothing answers that may be shown a card. */
const mostShownInVain = 0.25;

/**
 * The confidence below which nothing is shown: the least at which, of the messages that nothing answers, no more than a
 * quarter are shown a card, on average over the sets that have such.
 */
export function thresholdFor(model: ConfidenceModel, sets: ConfidenceCase[][]): number {
  const unanswered = sets
    .map((set) => set.filter(({ answer }) => answer === 'none'))
    .filter((set) => set.length > 0)
    .map((set) => set.map(({ signals }) => probabilityOf(model, signals)));
  const shownInVain = (threshold: number) =>
    unanswered.reduce((sum, values) => sum + shareFrom(values, threshold), 0) / unanswered.length;
  let threshold = 0.02;
  while (threshold < 0.98 && shownInVain(threshold) > mostShownInVain) threshold += 0.01;
  return threshold;
}

function shareFrom(values: number[], threshold: number): number {
  return values.filter((value) => value >= threshold).length / values.length;
}
