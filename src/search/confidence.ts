import { featureNames } from './features.ts';
import type { FeatureName } from './features.ts';
import type { QueryUnit } from './query-unit.ts';
import { lengthOf, maxCandidates } from './rank.ts';
import type { Ranked } from './rank.ts';
import weights from './weights.json' with { type: 'json' };

const position = Object.fromEntries(featureNames.map((name, at) => [name, at])) as Record<
  FeatureName,
  number
>;

const mostDeviations = 10;
/** Likeness of grams that a good answer has, so that signals are of one size. */
const usualLeadGrams = 100;

/** How far a score stands out from those of all candidates, in standard deviations. */
function standsOut({ score }: Ranked, ranked: Ranked[]): number {
  const mean = ranked.reduce((sum, other) => sum + other.score, 0) / ranked.length;
  const variance = ranked.reduce((sum, other) => sum + (other.score - mean) ** 2, 0) / ranked.length;
  return Math.min(Math.max((score - mean) / Math.sqrt(variance + 1e-6), 0), mostDeviations);
}

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
    leadGrams: value('leadGrams') / usualLeadGrams,
    askedBest: value('askedBest'),
    askedNearest: value('askedNearest'),
    askedLearned: value('askedLearned'),
    askedLikely: value('askedLikely'),
    margin,
    standsOut: standsOut(found, ranked) / mostDeviations,
    candidates: Math.log(ranked.length + 1) / Math.log(maxCandidates + 1),
    length: lengthOf(units),
  };
}

/**
 * How likely it is that an article answers, 0 to 1: a logistic model learned from messages that an article answers, from the
 * same without that article, and from those that nothing answers.
 */
export function confidenceOf(found: Ranked, ranked: Ranked[], units: QueryUnit[]): number {
  const signals = confidenceSignals(found, ranked, units);
  const model: Record<string, number> = weights.confidence;
  const sum = Object.entries(signals).reduce((total, [name, value]) => total + (model[name] ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-sum));
}
