import { featureNames } from './features.ts';
import { firstAtOrAfter } from './first-at-or-after.ts';
import { informationOf } from './query-unit.ts';
import type { QueryUnit } from './query-unit.ts';
import type { Ranked } from './rank.ts';
import type { SearchIndex } from './search-index.ts';
import weights from './weights.json' with { type: 'json' };

const askedBest = featureNames.indexOf('askedBest');
const titleCoverage = featureNames.indexOf('titleCoverage');
/** Share of what a query asks that one word has to carry when it is the only one an article has. */
const enoughAlone = 0.5;
/** Share of a title that one word has to carry for the same. */
const enoughOfTitle = 0.15;
/** Words in common that are more than a coincidence. */
const enoughWords = 2;
/** A weaker match, as through an everyday synonym, is no word in common. */
const fullStrength = 0.5;

/** How well an article holds what a unit asks for: 1 for the word itself, 0 for nothing. */
export function strengthIn(index: SearchIndex, article: number, { postings, strengths }: QueryUnit): number {
  const { firstSections } = index.shelf;
  const first = firstSections[article] ?? 0;
  const end = firstSections[article + 1] ?? first;
  const { sections } = postings;
  let best = 0;
  for (let at = firstAtOrAfter(sections, first); (sections[at] ?? end) < end; at++) {
    best = Math.max(best, strengths ? (strengths[at] ?? 0) : 1);
  }
  return best;
}

/** Information a unit asks for: of a doubtful correction mostly that of an unknown word, unless it is all there is. */
function informationAsked({ idf, trust, weight }: QueryUnit, unknown: number, isAlone: boolean): number {
  return weight * (isAlone ? idf : trust * idf + (1 - trust) * unknown);
}

/**
 * Whether an article holds enough of a query to be more than a coincidence: two of its words as they were written, or one
 * that carries at least half of its information or much of the title, or a solved ticket that reads like it. Unknown words count against, with
 * as much information as the rarest; a corrected word counts by how sure the correction is.
 */
export function relevanceOf(index: SearchIndex, units: QueryUnit[]): (found: Ranked) => boolean {
  const counted = units.filter(({ weight }) => weight >= 0.5);
  const unknown = informationOf(0, index.articleCount);
  const total = counted.reduce(
    (sum, unit) => sum + informationAsked(unit, unknown, counted.length === 1),
    1e-9,
  );
  return ({ article, values }) => {
    if ((values[askedBest] ?? 0) > weights.searchCoverage) return true;
    let [found, words] = [0, 0];
    for (const unit of counted) {
      const strength = strengthIn(index, article, unit);
      const worth = strength < fullStrength ? strength : 1;
      found += unit.weight * unit.idf * unit.trust * worth;
      if (strength >= fullStrength && unit.trust === 1) words++;
    }
    const share = found / total;
    const isNamed = words > 0 && (values[titleCoverage] ?? 0) >= enoughOfTitle;
    return share >= enoughAlone || ((words >= enoughWords || isNamed) && share >= weights.searchCoverage);
  };
}
