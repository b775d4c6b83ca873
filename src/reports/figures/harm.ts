import type { ArticleCounts } from './article-report.ts';

/** Signs whose weight an article has from what is typical, before its own are seen. */
export const borrowedSigns = 5;

type Signs = Pick<ArticleCounts, 'votes' | 'helpful' | 'rejected' | 'solved' | 'ticketsAfter'>;

/**
 * How often an article fails: bad signs (unhelpful votes, pushed away in the form, tickets sent after reading) of all signs (those, helpful
 * votes, and "this solved it" in the form).
 *
 * Few signs are drawn towards what is typical on the portal, as if five more had been seen (the mean of a beta distribution): one angry vote
 * does not lead the list. Null without any sign.
 */
export function failureOf(counts: Signs, typical: number): { failure: number | null; signs: number } {
  const { bad, good } = signsOf(counts);
  const signs = bad + good;
  const failure = signs === 0 ? null : (bad + borrowedSigns * typical) / (signs + borrowedSigns);
  return { failure, signs };
}

/** The share of bad signs over all articles; a half when there are none. */
export function typicalFailure(articles: readonly Signs[]): number {
  const all = articles.map(signsOf);
  const bad = all.reduce((sum, signs) => sum + signs.bad, 0);
  const good = all.reduce((sum, signs) => sum + signs.good, 0);
  return bad + good === 0 ? 0.5 : bad / (bad + good);
}

function signsOf({ votes, helpful, rejected, solved, ticketsAfter }: Signs): { bad: number; good: number } {
  return { bad: votes - helpful + rejected + ticketsAfter, good: helpful + solved };
}
