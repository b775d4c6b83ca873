import { placeOf, weighFor, weighTraits } from './asked-model.ts';
import type { AskedModelParts, WeighedTraits } from './asked-model.ts';
import { hashOf, mix, readAskedText } from './asked-text.ts';

/** A text and the article it belongs to: a solved ticket, or what the article says of itself. */
export interface AskedExample {
  articleId: string;
  text: string;
  /** How much it counts, 0 to 1. */
  worth: number;
  isTicket: boolean;
}

interface Prepared {
  articleHash: number;
  weighed: WeighedTraits;
  worth: number;
  isTicket: boolean;
  /** Hashes of the other articles whose examples are most like this one. */
  rivals: Uint32Array;
}

const rounds = 6;
/** Largest step for one example ("aggressiveness"). */
const maxStep = 0.5;
const mostRivals = 20;
const weightsPerExample = 256;
const weightBits = { least: 12, most: 22 } as const;
const countBits = 18;
/** Traits of more articles than this share, and than this number, do not tell rivals apart. */
const commonShare = 0.25;
const commonArticles = 16;

/**
 * Learns to tell articles apart by the traits of what they solved: a linear classifier with one weight for each trait
 * and article, averaged over passive-aggressive steps (Crammer et al., 2006, multiclass PA-I; averaged as in Freund and
 * Schapire, 1999), in a table of fixed size (Weinberger et al., 2009). An example has to score 1 above the strongest
 * of its rivals and above 0, which is what no article at all scores. The same examples in the same order give the same
 * weights.
 */
export function trainAskedModel(examples: AskedExample[]): AskedModelParts {
  const parts = emptyParts(examples.length);
  const prepared = prepare(examples, parts);
  const sums = new Float32Array(parts.weights.length);
  const order = Uint32Array.from(prepared.keys());
  let step = 1;
  const told = { right: 0, all: 0 };
  for (let round = 0; round < rounds; round++) {
    shuffle(order, round);
    for (const position of order) {
      const example = prepared[position];
      if (!example) continue;
      const isTold = teach(example, parts.weights, sums, step++);
      // Every example of the first round is new; by its second half the weights are worth testing.
      if (round > 0 || step < order.length / 2 || !example.isTicket) continue;
      told.all++;
      if (isTold) told.right++;
    }
  }
  parts.accuracy = (told.right + 1) / (told.all + 2);
  parts.weights.forEach((weight, at) => (parts.weights[at] = weight - (sums[at] ?? 0) / step));
  return parts;
}

function emptyParts(examples: number): AskedModelParts {
  const wanted = Math.ceil(Math.log2(Math.max(weightsPerExample * examples, 1)));
  const bits = Math.min(Math.max(wanted, weightBits.least), weightBits.most);
  return {
    weights: new Float32Array(1 << bits),
    counts: new Uint32Array(1 << Math.min(bits, countBits)),
    examples,
    accuracy: 0,
  };
}

function prepare(examples: AskedExample[], parts: AskedModelParts): Prepared[] {
  const read = examples.map(({ articleId, text, worth, isTicket }) => {
    const { traits } = readAskedText(articleId.split('/')[0] ?? '', text);
    for (const trait of traits) {
      const at = trait & (parts.counts.length - 1);
      parts.counts[at] = (parts.counts[at] ?? 0) + 1;
    }
    return { articleHash: mix(hashOf(articleId)), traits, worth, isTicket };
  });
  const weighed = read.map((example) => ({ ...example, weighed: weighTraits(example.traits, parts) }));
  const rivalsOf = rivalFinder(weighed);
  return weighed.map(({ articleHash, weighed, worth, isTicket }) => ({
    articleHash,
    weighed,
    worth,
    isTicket,
    rivals: rivalsOf(weighed, articleHash),
  }));
}

/** Finds the articles whose examples are most like a text on the whole (nearest centroid). */
function rivalFinder(
  examples: { articleHash: number; weighed: WeighedTraits }[],
): (weighed: WeighedTraits, own: number) => Uint32Array {
  const articles = [...new Set(examples.map(({ articleHash }) => articleHash))];
  const numbers = new Map(articles.map((articleHash, number) => [articleHash, number]));
  const sums = new Map<number, Map<number, number>>();
  for (const { articleHash, weighed } of examples) {
    const article = numbers.get(articleHash) ?? 0;
    weighed.traits.forEach((trait, at) => {
      let ofTrait = sums.get(trait);
      if (!ofTrait) sums.set(trait, (ofTrait = new Map<number, number>()));
      ofTrait.set(article, (ofTrait.get(article) ?? 0) + (weighed.shares[at] ?? 0));
    });
  }
  const lengths = new Float64Array(articles.length);
  for (const ofTrait of sums.values()) {
    for (const [article, sum] of ofTrait) lengths[article] = (lengths[article] ?? 0) + sum * sum;
  }
  const mostArticles = Math.max(commonArticles, commonShare * articles.length);
  const telling = new Map<number, { articles: Uint32Array; shares: Float32Array }>();
  for (const [trait, ofTrait] of sums) {
    if (ofTrait.size > mostArticles) continue;
    const shares = Float32Array.from(ofTrait, ([article, sum]) => sum / Math.sqrt(lengths[article] ?? 1));
    telling.set(trait, { articles: Uint32Array.from(ofTrait.keys()), shares });
  }
  const scores = new Float32Array(articles.length);
  return ({ traits, shares }, own) => {
    const touched: number[] = [];
    traits.forEach((trait, at) => {
      const found = telling.get(trait);
      found?.articles.forEach((article, place) => {
        if (scores[article] === 0) touched.push(article);
        scores[article] = (scores[article] ?? 0) + (shares[at] ?? 0) * (found.shares[place] ?? 0);
      });
    });
    touched.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    const rivals = touched.slice(0, mostRivals + 1).map((article) => articles[article] ?? 0);
    for (const article of touched) scores[article] = 0;
    return Uint32Array.from(rivals.filter((rival) => rival !== own).slice(0, mostRivals));
  };
}

/**
 * One step: the weights change just so much that the example is told from its strongest rival, or by `maxStep`. Says
 * whether it was told before.
 */
function teach(example: Prepared, weights: Float32Array, sums: Float32Array, step: number): boolean {
  const { articleHash, weighed, worth, rivals } = example;
  let strongest = 0;
  let rival: number | undefined;
  for (const other of rivals) {
    const score = weighFor(weighed, other, weights);
    if (score > strongest) {
      strongest = score;
      rival = other;
    }
  }
  const own = weighFor(weighed, articleHash, weights);
  const loss = 1 + strongest - own;
  if (loss <= 0) return true;
  const size = Math.min(maxStep * worth, loss / (rival === undefined ? 1 : 2));
  move(weighed, articleHash, size);
  if (rival !== undefined) move(weighed, rival, -size);
  return own > strongest;

  function move({ traits, shares }: WeighedTraits, article: number, by: number): void {
    for (let at = 0; at < traits.length; at++) {
      const place = placeOf(traits[at] ?? 0, article, weights.length);
      const change = by * (shares[at] ?? 0);
      weights[place] = (weights[place] ?? 0) + change;
      sums[place] = (sums[place] ?? 0) + step * change;
    }
  }
}

/** Another order for each round, the same in every run (Fisher and Yates; xorshift). */
function shuffle(order: Uint32Array, round: number): void {
  let state = 0x9e3779b9 + round;
  for (let last = order.length - 1; last > 0; last--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
