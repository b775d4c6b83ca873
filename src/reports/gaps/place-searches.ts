import { analyse } from '../../search/analyse.ts';
import type { WordCounts } from './describe-gap.ts';
import type { FailedSearch } from './gap.ts';

/** Searches that belong to groups of tickets, by the number of the group, and those that belong to none. */
export interface PlacedSearches {
  ofGroup: FailedSearch[][];
  others: FailedSearch[];
}

/** A word counts for a group when this share of its tickets has it. */
const minShare = 0.1;
/** Share of what a query says that the tickets of a group have to say as well. */
const minFit = 0.35;
/** Words of two queries of which this share is common mean the same. */
const minOverlap = 0.5;

/** Finds for each search the group of tickets whose words it has; a rare word counts more than one in every group. */
export function placeSearches(groups: WordCounts[], searches: FailedSearch[]): PlacedSearches {
  const groupsOf = new Map<string, { group: number; share: number }[]>();
  groups.forEach((words, group) => {
    for (const term of words.terms) {
      const share = words.share(term);
      if (share < minShare) continue;
      const known = groupsOf.get(term) ?? [];
      known.push({ group, share });
      groupsOf.set(term, known);
    }
  });
  const placed: PlacedSearches = { ofGroup: groups.map(() => []), others: [] };
  for (const search of searches) {
    const group = bestGroup(termsOf(search), groupsOf, groups.length);
    (group === undefined ? placed.others : placed.ofGroup[group]!).push(search);
  }
  return placed;
}

function bestGroup(
  terms: string[],
  groupsOf: Map<string, { group: number; share: number }[]>,
  groupCount: number,
): number | undefined {
  const fits = new Map<number, number>();
  let all = 0;
  for (const term of terms) {
    const known = groupsOf.get(term) ?? [];
    const weight = Math.log(1 + groupCount / Math.max(known.length, 1));
    all += weight;
    for (const { group, share } of known) fits.set(group, (fits.get(group) ?? 0) + weight * share);
  }
  const [best] = [...fits].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return best && best[1] >= minFit * all ? best[0] : undefined;
}

function termsOf({ locale, query }: FailedSearch): string[] {
  const terms = analyse(locale, query).filter((term) => !term.isStop);
  return [...new Set(terms.map((term) => term.text))];
}

/** Joins searches of one locale that have most of their words in common; the most frequent of each comes first. */
export function joinSearches(searches: FailedSearch[]): FailedSearch[][] {
  const joined: { terms: Set<string>; searches: FailedSearch[] }[] = [];
  const byTerm = new Map<string, Set<number>>();
  for (const search of searches) {
    const terms = termsOf(search);
    const near = new Set(terms.flatMap((term) => [...(byTerm.get(term) ?? [])]));
    const home = [...near]
      .sort((one, other) => one - other)
      .find((number) => {
        const { terms: others } = joined[number]!;
        const common = terms.filter((term) => others.has(term)).length;
        return common >= minOverlap * (others.size + terms.length - common);
      });
    if (home !== undefined) joined[home]!.searches.push(search);
    else if (terms.length > 0) {
      for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(joined.length));
      joined.push({ terms: new Set(terms), searches: [search] });
    }
  }
  return joined.map((one) => one.searches);
}
