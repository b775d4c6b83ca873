import type { Profile } from './word-profiles.ts';

/** A text that resembles another. */
export interface Neighbour {
  text: number;
  /** Weighted words the two share, 0 to 1. */
  likeness: number;
}

/** Above this number of texts a trait is too common to look for candidates with: it would make the work quadratic. */
const maxTextsPerTrait = 1500;

/** Finds the texts that share the most words with a given one, through an inverted index. */
export class SimilarTexts {
  private readonly textsOf: Int32Array[];
  private readonly weightsOf: Float64Array[];
  private readonly sums: Float64Array;

  constructor(profiles: Profile[], traitCount: number) {
    const counts = new Int32Array(traitCount);
    for (const { traits } of profiles) for (const trait of traits) counts[trait]! += 1;
    const size = (count: number): number => (count > maxTextsPerTrait ? 0 : count);
    this.textsOf = Array.from(counts, (count) => new Int32Array(size(count)));
    this.weightsOf = Array.from(counts, (count) => new Float64Array(size(count)));
    this.sums = new Float64Array(profiles.length);
    const filled = new Int32Array(traitCount);
    profiles.forEach(({ traits, weights }, text) => {
      traits.forEach((trait, position) => {
        const place = filled[trait]!++;
        const texts = this.textsOf[trait]!;
        if (place >= texts.length) return;
        texts[place] = text;
        this.weightsOf[trait]![place] = weights[position]!;
      });
    });
  }

  /** The `count` most similar texts, best first, without the text numbered `self`. */
  nearest(profile: Profile, count: number, self = -1): Neighbour[] {
    const touched: number[] = [];
    const { sums } = this;
    profile.traits.forEach((trait, position) => {
      const texts = this.textsOf[trait]!;
      const weights = this.weightsOf[trait]!;
      const weight = profile.weights[position]!;
      for (let place = 0; place < texts.length; place++) {
        const text = texts[place]!;
        if (sums[text] === 0) touched.push(text);
        sums[text]! += weight * weights[place]!;
      }
    });
    const best = this.best(touched, count, self);
    for (const text of touched) sums[text] = 0;
    return best;
  }

  private best(touched: number[], count: number, self: number): Neighbour[] {
    const best: Neighbour[] = [];
    for (const text of touched) {
      const likeness = this.sums[text]!;
      const last = best[count - 1];
      if (text === self || (last && !isBefore(likeness, text, last))) continue;
      let place = best.length;
      while (place > 0 && isBefore(likeness, text, best[place - 1]!)) place--;
      best.splice(place, 0, { text, likeness });
      if (best.length > count) best.pop();
    }
    return best;
  }
}

/** More alike first; of equals the lower number, so that the order never depends on chance. */
function isBefore(likeness: number, text: number, other: Neighbour): boolean {
  return likeness > other.likeness || (likeness === other.likeness && text < other.text);
}
