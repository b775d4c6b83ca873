import { mix } from './asked-text.ts';

/** What training gives, as plain arrays that can go from one thread to another. */
export interface AskedModelParts {
  /** Weight of a trait for an article, at a hash of both; its length is a power of two. */
  weights: Float32Array<ArrayBuffer>;
  /** Number of examples that hold a trait, at a hash of it; its length is a power of two. */
  counts: Uint32Array<ArrayBuffer>;
  /** Number of examples in all. */
  examples: number;
  /** Share of the solved tickets whose article the model told before it was shown it, 0 to 1. */
  accuracy: number;
}

/** Traits with their shares of a text, as a vector of length 1. */
export interface WeighedTraits {
  traits: Uint32Array;
  shares: Float32Array;
}

/** What the model makes of an article for a message; both count for more, the better it told tickets it had not seen. */
export interface AskedJudgement {
  /** How like the messages that the article solves it is: about 1 for such a one, 0 for all others. */
  learned: number;
  /** Chance that it is this article, of all looked at and none, 0 to 1. */
  likely: number;
}

/** Score of an article for a new message of its own; lower than the 1 that is asked for in training. */
const usualScore = 0.4;
/** Score above which an article is likelier than none, and how soon the highest score outweighs the others. */
const noneScore = 0.3;
const temperature = 0.1;
/** Traits of a message that are looked at: the most informative. */
const mostTraits = 256;

/** Place of a trait for an article in a table of `length` weights. */
export function placeOf(trait: number, articleHash: number, length: number): number {
  const hash = Math.imul(trait ^ articleHash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (length - 1);
}

/** Weighs traits by how few examples hold them. */
export function weighTraits(traits: Uint32Array, { counts, examples }: AskedModelParts): WeighedTraits {
  const shareOf = (trait: number) =>
    1 + Math.log((1 + examples) / (1 + (counts[trait & (counts.length - 1)] ?? 0)));
  let chosen = traits;
  if (traits.length > mostTraits) {
    const rare = [...traits].sort((one, other) => shareOf(other) - shareOf(one) || one - other);
    chosen = Uint32Array.from(rare.slice(0, mostTraits));
  }
  const shares = Float32Array.from(chosen, shareOf);
  const length = Math.hypot(...shares) || 1;
  return { traits: chosen, shares: shares.map((share) => share / length) };
}

/** Sum of the weights that traits have for an article, each by its share. */
export function weighFor(
  { traits, shares }: WeighedTraits,
  articleHash: number,
  weights: Float32Array,
): number {
  let sum = 0;
  for (let at = 0; at < traits.length; at++) {
    sum += (weights[placeOf(traits[at] ?? 0, articleHash, weights.length)] ?? 0) * (shares[at] ?? 0);
  }
  return sum;
}

/** Tells from the traits of a message which article solves such messages; see `trainAskedModel`. */
export class AskedModel {
  private readonly parts: AskedModelParts;

  constructor(parts: AskedModelParts) {
    this.parts = parts;
  }

  /** What the model makes of a message for each of some articles, given the hashes of their ids, in their order. */
  judge(traits: Uint32Array, articleHashes: number[]): AskedJudgement[] {
    const { weights, accuracy } = this.parts;
    const weighed = weighTraits(traits, this.parts);
    const scores = articleHashes.map((hash) => Math.max(0, weighFor(weighed, mix(hash), weights)));
    const powers = scores.map((score) => (score > 0 ? Math.exp(score / temperature) : 0));
    const total = powers.reduce((sum, power) => sum + power, Math.exp(noneScore / temperature));
    return scores.map((score, at) => ({
      learned: (accuracy * score) / usualScore,
      likely: (accuracy * (powers[at] ?? 0)) / total,
    }));
  }
}
