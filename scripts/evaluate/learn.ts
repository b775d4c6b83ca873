import { featureNames } from '../../src/search/features.ts';
import type { FeatureName } from '../../src/search/features.ts';
import type { ModelWeights } from '../../src/search/rank.ts';
import type { ConfidenceCase, RankingCase } from './cases.ts';

const steps = 150;
const rate = 0.08;
/** Keeps weights small, so that what holds in one set only does not grow. */
const shrinkage = 3e-3;
/** Wrong candidates a right one is compared with: those that stand highest before learning. */
const mostRivals = 25;

/** Finds weights that make a loss small: gradient descent with adaptive steps (Adam, Kingma and Ba 2015). */
function descend(start: Float64Array, gradientAt: (weights: Float64Array) => Float64Array): Float64Array {
  const weights = Float64Array.from(start);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientAt(weights);
    weights.forEach((weight, at) => {
      const slope = (gradient[at] ?? 0) + shrinkage * weight;
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

/** A right candidate and its rivals, each feature also multiplied by the length of the query. */
interface Contest {
  right: Float64Array[];
  rivals: Float64Array[];
}

function withLength(values: Float64Array, length: number): Float64Array {
  const both = new Float64Array(2 * values.length);
  both.set(values);
  values.forEach((value, at) => (both[values.length + at] = value * length));
  return both;
}

function contestOf({ values, isRight, length }: RankingCase): Contest {
  const all = values.map((value, position) => ({
    value: withLength(value, length),
    isRight: isRight[position] === true,
  }));
  const rivals = all.filter((candidate) => !candidate.isRight).slice(0, mostRivals);
  return {
    right: all.filter((candidate) => candidate.isRight).map(({ value }) => value),
    rivals: rivals.map(({ value }) => value),
  };
}

/** Slope of the logistic loss of the best right candidate against each rival, the strongest weighing most. */
function addSlope(
  { right, rivals }: Contest,
  weights: Float64Array,
  share: number,
  gradient: Float64Array,
): void {
  const best = right.reduce((one, other) => (dot(other, weights) > dot(one, weights) ? other : one));
  const scores = [dot(best, weights), ...rivals.map((rival) => dot(rival, weights))];
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  rivals.forEach((rival, position) => {
    const pull = (share * (powers[position + 1] ?? 0)) / total;
    if (pull < 1e-7) return;
    for (let at = 0; at < rival.length; at++) {
      gradient[at] = (gradient[at] ?? 0) + pull * ((rival[at] ?? 0) - (best[at] ?? 0));
    }
  });
}

/** Learns the ranker; every set counts the same, however many messages it has. Features in `without` stay at 0. */
export function learnRanker(sets: RankingCase[][], without: FeatureName[] = []): Ranker {
  const contests = sets.map((cases) =>
    cases.map(contestOf).filter(({ right, rivals }) => right.length > 0 && rivals.length > 0),
  );
  const taught = contests.filter((set) => set.length > 0);
  const count = featureNames.length;
  const isOut = Array.from({ length: 2 * count }, (_, at) =>
    without.includes(featureNames[at % count] ?? 'title'),
  );
  const start = Float64Array.from(isOut, (out, at) => (at < count && !out ? 1 : 0));
  const found = descend(start, (weights) => {
    const gradient = new Float64Array(2 * count);
    for (const set of taught)
      for (const contest of set) addSlope(contest, weights, 1 / set.length / taught.length, gradient);
    return gradient.map((slope, at) => (isOut[at] ? 0 : slope));
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

/** Learns how likely the first article is right, by logistic regression; every set counts the same. */
export function learnConfidence(sets: Pick<ConfidenceCase, 'signals' | 'isAnswered'>[][]): ConfidenceModel {
  const taught = sets.filter((set) => set.length > 0);
  const names = [...new Set(taught.flat().flatMap(({ signals }) => Object.keys(signals)))];
  const rows = taught.map((set) =>
    set.map(({ signals, isAnswered }) => ({ x: names.map((name) => signals[name] ?? 0), isAnswered })),
  );
  const found = descend(new Float64Array(names.length), (weights) => {
    const gradient = new Float64Array(names.length);
    for (const set of rows) {
      for (const { x, isAnswered } of set) {
        const error = 1 / (1 + Math.exp(-dot(x, weights))) - (isAnswered ? 1 : 0);
        x.forEach(
          (value, at) => (gradient[at] = (gradient[at] ?? 0) + (error * value) / set.length / rows.length),
        );
      }
    }
    return gradient;
  });
  return Object.fromEntries(names.map((name, at) => [name, found[at] ?? 0]));
}

/**
 * The confidence below which nothing is shown: the one that best parts messages that an article answers from those that
 * none does, over the sets that have both (largest sum of the two shares that are parted rightly, Youden 1950).
 */
export function thresholdFor(model: ConfidenceModel, sets: ConfidenceCase[][]): number {
  const probabilities = (set: ConfidenceCase[], answer: ConfidenceCase['answer']) =>
    set.filter((found) => found.answer === answer).map(({ signals }) => probabilityOf(model, signals));
  const pairs = sets
    .map((set) => ({ answered: probabilities(set, 'exists'), unanswered: probabilities(set, 'none') }))
    .filter(({ answered, unanswered }) => answered.length > 0 && unanswered.length > 0);
  const shareAbove = (values: number[], threshold: number) =>
    values.filter((value) => value >= threshold).length / values.length;
  let best = { threshold: 0.5, gain: -Infinity };
  for (let threshold = 0.02; threshold < 0.98; threshold += 0.01) {
    const gain = pairs.reduce(
      (sum, { answered, unanswered }) =>
        sum + shareAbove(answered, threshold) - shareAbove(unanswered, threshold),
      0,
    );
    if (gain > best.gain) best = { threshold, gain };
  }
  return best.threshold;
}
