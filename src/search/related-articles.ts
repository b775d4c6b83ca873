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

/**
 * The articles on the nearest subjects, by article id, the nearest first; at most three each, none when nothing is
 * near. Two articles are as near as the cosine of their titles, keywords, summaries and headings, each word weighed by
 * how rare it is (tf-idf: Salton and Buckley, 1988). Only articles of one locale are compared.
 */
export function relatedArticles(locale: string, articles: readonly Article[]): Map<string, string[]> {
  const profiles = articles.map((article) => profileOf(locale, article));
  const holders = new Map<string, number[]>();
  profiles.forEach((profile, place) => {
    for (const term of profile.keys()) {
      const known = holders.get(term);
      if (known) known.push(place);
      else holders.set(term, [place]);
    }
  });
  const maxHolders = Math.max(minHolders, articles.length * maxShare);
  const weighed = profiles.map((profile) => weigh(profile, holders, { count: articles.length, maxHolders }));
  return new Map(
    articles.map(({ id }, place) => [
      id,
      nearest(place, weighed, holders).flatMap((other) => articles[other]?.id ?? []),
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
  holders: Map<string, number[]>,
  { count, maxHolders }: { count: number; maxHolders: number },
): Map<string, number> {
  const weights = [...profile]
    .map(([term, times]): [string, number] => {
      const held = holders.get(term)?.length ?? 1;
      return [term, held > maxHolders ? 0 : (1 + Math.log(times)) * Math.log(count / held)];
    })
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, maxTerms);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

function nearest(place: number, weighed: Map<string, number>[], holders: Map<string, number[]>): number[] {
  const similarity = new Map<number, number>();
  for (const [term, weight] of weighed[place] ?? []) {
    for (const other of holders.get(term) ?? []) {
      if (other === place) continue;
      const shared = weight * (weighed[other]?.get(term) ?? 0);
      similarity.set(other, (similarity.get(other) ?? 0) + shared);
    }
  }
  return [...similarity]
    .filter(([, value]) => value >= minSimilarity)
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, maxRelated)
    .map(([other]) => other);
}
