import type { GapInput } from './find-gaps.ts';
import type { FailedSearch, Gap } from './gap.ts';
import { joinSearches } from './place-searches.ts';
import { gapWithoutTickets, named, rounded } from './to-gap.ts';
import { actionFor } from './wording.ts';

/** Fewer searches than this may be chance. */
const minSearches = 5;
const searchesShown = 10;
const nearestShown = 3;
const wordsShown = 8;

/** Gaps of searches alone: nobody wrote a ticket yet, and nobody found anything. */
export function searchGaps(input: GapInput, locale: string, searches: FailedSearch[]): Gap[] {
  return joinSearches(searches)
    .filter((joined) => joined.reduce((sum, { count }) => sum + count, 0) >= minSearches)
    .map((joined) => toSearchGap(input, locale, joined));
}

function toSearchGap(input: GapInput, locale: string, joined: FailedSearch[]): Gap {
  const title = joined[0]!.query;
  const nearest = input.askIndex({ locale, subject: '', description: title });
  const [best] = nearest;
  const isAnswered = best !== undefined && best.confidence >= input.threshold;
  const kind = isAnswered ? 'make-findable' : 'write';
  const gap: Omit<Gap, 'action'> = {
    ...gapWithoutTickets(input, { kind, locale, title, about: `search ${title}` }),
    words: [...new Set(joined.flatMap(({ query }) => query.split(/\s+/)))].slice(0, wordsShown),
    nearest: nearest.slice(0, nearestShown).map((near) => named(rounded(near), input.articles)),
    searches: joined.slice(0, searchesShown).map(({ query, count }) => ({ query, count })),
    unanswered: Math.round((1 - (best?.confidence ?? 0)) * 1000) / 1000,
    ...(isAnswered && { articleId: best.articleId }),
  };
  return { ...gap, action: actionFor(gap) };
}
