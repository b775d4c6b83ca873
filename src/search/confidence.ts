import { featureNames } from './features.ts';
import type { FeatureName } from './features.ts';
import type { QueryUnit } from './query-unit.ts';
import { lengthOf } from './rank.ts';
import type { Ranked } from './rank.ts';
import weights from './weights.json' with { type: 'json' };

const position = Object.fromEntries(featureNames.map((name, at) => [name, at])) as Record<
  FeatureName,
  number
>;

/** What speaks for an article answering at all, apart from its place among the others. */
export function confidenceSignals(
  found: Ranked,
  ranked: Ranked[],
  units: QueryUnit[],
): Record<string, number> {
  const value = (name: FeatureName) => found.values[position[name]] ?? 0;
  const other = ranked.find((candidate) => candidate !== found);
  const margin = other && found.score > 0 ? Math.max(0, 1 - other.score / found.score) : 1;
  return {
    bias: 1,
    queryCoverage: value('queryCoverage'),
    sectionCoverage: value('sectionCoverage'),
    titleCoverage: value('titleCoverage'),
    completeness: value('completeness'),
    gramCoverage: value('gramCoverage'),
    askedBest: value('askedBest'),
    askedNearest: value('askedNearest'),
    askedLearned: value('askedLearned'),
    askedLikely: value('askedLikely'),
    margin,
    length: lengthOf(units),
  };
}

/** How likely an article answers, 0 to 1: a logistic model learned from questions with and without an answer. */
export function confidenceOf(found: Ranked, ranked: Ranked[], units: QueryUnit[]): number {
  const signals = confidenceSignals(found, ranked, units);
  const model: Record<string, number> = weights.confidence;
  const sum = Object.entries(signals).reduce((total, [name, value]) => total + (model[name] ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-sum));
}
