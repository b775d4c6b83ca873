import type { Article } from '../articles/article.ts';
import { analyse } from './analyse.ts';

/** What an article says of its subject, and how much each part tells. */
const partsOf = ({ title, keywords, description, headings }: Article): [string, number][] => [
  [title, 3],
  [keywords.join('\n'), 2],
  [description, 1],
  [headings.map(({ text }) => text).join('\n'), 1],
];

/** A word that a tenth of the articles share says little about any of them. */
const maxShare = 0.1;
const minHolders = 8;
const maxTerms = 24;
const maxRelated = 3;
const minSimilarity = 0.12;

/** An article that has a term, and what the term weighs in it. */
interface Holder {
  place: number;
  weight: number;
}

/**
 * The articles on the nearest subjects, by article id, the nearest first; at most three each, none when nothing is
 * near. Two articles are as near as the cosine of their titles, keywords, summaries and headings, each word weighed by
 * how rare it is (tf-idf: Salton and Buckley, 1988). Only articles of one locale are compared.
 */
export function relatedArticles(locale: string, articles: readonly Article[]): Map<string, string[]> {
  const profiles = articles.map((article) => profileOf(locale, article));
  const holders = new Map<string, number>();
  for (const profile of profiles) {
    for (const term of profile.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const maxHolders = Math.max(minHolders, articles.length * maxShare);
  const weighed = profiles.map((profile) => weigh(profile, holders, { count: articles.length, maxHolders }));
  const neighbourhood = new Neighbourhood(weighed);
  return new Map(
    articles.map(({ id }, place) => [
      id,
      neighbourhood.nearest(place).flatMap((other) => articles[other]?.id ?? []),
    ]),
  );
}

function profileOf(locale: string, article: Article): Map<string, number> {
  const profile = new Map<string, number>();
  for (const [text, weight] of partsOf(article)) {
    for (const { text: term, isStop } of analyse(locale, text)) {
      if (!isStop) profile.set(term, (profile.get(term) ?? 0) + weight);
    }
  }
  return profile;
}

/** The most telling terms of an article, as a vector of length 1. */
function weigh(
  profile: Map<string, number>,
  holders: Map<string, number>,
  { count, maxHolders }: { count: number; maxHolders: number },
): Map<string, number> {
  const weights = [...profile]
    .map(([term, times]): [string, number] => {
      const held = holders.get(term) ?? 1;
      return [term, held > maxHolders ? 0 : (1 + Math.log(times)) * Math.log(count / held)];
    })
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, maxTerms);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

/** Finds the nearest of an article; what is added up for one article is cleared for the next. */
class Neighbourhood {
  private readonly weighed: Map<string, number>[];
  private readonly holders: Map<string, Holder[]>;
  private readonly similarity: Float64Array;

  constructor(weighed: Map<string, number>[]) {
    this.weighed = weighed;
    this.holders = new Map();
    this.similarity = new Float64Array(weighed.length);
    weighed.forEach((weights, place) => {
      for (const [term, weight] of weights) {
        const known = this.holders.get(term);
        if (known) known.push({ place, weight });
        else this.holders.set(term, [{ place, weight }]);
      }
    });
  }

  nearest(place: number): number[] {
    const { similarity } = this;
    const near: number[] = [];
    for (const [term, weight] of this.weighed[place] ?? []) {
      for (const { place: other, weight: share } of this.holders.get(term) ?? []) {
        const before = similarity[other] ?? 0;
        similarity[other] = before + weight * share;
        if (before < minSimilarity && before + weight * share >= minSimilarity && other !== place)
          near.push(other);
      }
    }
    near.sort((one, other) => (similarity[other] ?? 0) - (similarity[one] ?? 0) || one - other);
    similarity.fill(0);
    return near.slice(0, maxRelated);
  }
}
