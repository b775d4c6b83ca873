/** What a list of results is measured by; each is a mean over messages, 0 to 1. */
export const metricNames = ['S@1', 'S@3', 'S@5', 'MRR@10', 'nDCG@10'] as const;

/** One of `metricNames`. */
export type MetricName = (typeof metricNames)[number];

/** A mean with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const deepest = 10;
const resamples = 1000;

/** What one answer scores: ids in the order they were given, against the ids that are right and their grades. */
export function scoresOf(found: string[], expected: Map<string, number>): Record<MetricName, number> {
  const first = found.findIndex((id) => expected.has(id));
  const isWithin = (depth: number) => (first >= 0 && first < depth ? 1 : 0);
  const gains = found.slice(0, deepest).map((id) => expected.get(id) ?? 0);
  const ideal = [...expected.values()].sort((one, other) => other - one).slice(0, deepest);
  return {
    'S@1': isWithin(1),
    'S@3': isWithin(3),
    'S@5': isWithin(5),
    'MRR@10': isWithin(deepest) ? 1 / (first + 1) : 0,
    'nDCG@10': discounted(gains) / (discounted(ideal) || 1),
  };
}

function discounted(gains: number[]): number {
  return gains.reduce((sum, gain, rank) => sum + (2 ** gain - 1) / Math.log2(rank + 2), 0);
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value at a share of sorted numbers: 0.5 is the median. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** Mean and its interval by bootstrap: the messages are drawn anew, with repetition, a thousand times. */
export function estimateMean(values: number[]): Estimate {
  const random = seededRandom(42);
  const draw = () => values[Math.floor(random() * values.length)] ?? 0;
  const means = Array.from({ length: resamples }, () => meanOf(values.map(draw))).sort(
    (one, other) => one - other,
  );
  return { value: meanOf(values), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/** Chance that a positive scores above a negative, ties counted half: the area under the ROC curve. */
export function areaUnderCurve(positives: number[], negatives: number[]): number {
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ];
  all.sort((one, other) => one.score - other.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end++;
    const rank = (start + end + 1) / 2;
    rankSum += rank * all.slice(start, end).filter(({ isPositive }) => isPositive).length;
    start = end;
  }
  const count = positives.length;
  return (rankSum - (count * (count + 1)) / 2) / Math.max(count * negatives.length, 1);
}

/** The area with its interval by bootstrap over both groups. */
export function estimateArea(positives: number[], negatives: number[]): Estimate {
  const random = seededRandom(42);
  const redraw = (values: number[]) => values.map(() => values[Math.floor(random() * values.length)] ?? 0);
  const areas = Array.from({ length: 200 }, () => areaUnderCurve(redraw(positives), redraw(negatives)));
  areas.sort((one, other) => one - other);
  return {
    value: areaUnderCurve(positives, negatives),
    low: quantile(areas, 0.025),
    high: quantile(areas, 0.975),
  };
}
