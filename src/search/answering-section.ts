import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';
import { roleOfSection } from './section-role.ts';
import type { SectionRole } from './section-role.ts';
import type { StoredSection } from './stored-article.ts';

/** What of an article is offered against a draft. */
export interface AnsweringSection {
  /** The section that says what to do. */
  section: StoredSection;
  /** The one that says why, where the article has one of its own. */
  cause?: StoredSection;
}

interface Candidate {
  number: number;
  section: StoredSection;
  role: SectionRole;
}

function sectionsOf(index: SearchIndex, article: number): Candidate[] {
  const { firstSections } = index.shelf;
  const first = firstSections[article] ?? 0;
  const count = (firstSections[article + 1] ?? first) - first;
  return Array.from({ length: count }, (_, position) => {
    const section = index.section(first + position);
    return { number: first + position, section, role: roleOfSection(section.title) };
  });
}

/** Information of the query that one section holds. */
function informationIn(section: number, units: QueryUnit[]): number {
  const held = units.filter(({ postings }) => postings.sections.includes(section));
  return held.reduce((sum, unit) => sum + unit.idf * unit.weight, 0);
}

/** The part that solves: a section so named, or where that is only a heading, the one below it; the best of several. */
function solutionOf(sections: Candidate[], units: QueryUnit[]): Candidate | undefined {
  const solutions = sections.flatMap((candidate, position) => {
    if (candidate.role !== 'solution') return [];
    const next = sections[position + 1];
    if (candidate.section.pieces.length > 0) return [candidate];
    return next?.role === 'other' && next.section.pieces.length > 0 ? [next] : [];
  });
  const informations = solutions.map(({ number }) => informationIn(number, units));
  return solutions[informations.indexOf(Math.max(...informations))];
}

/**
 * The section to show for an article whose best match is section `best`.
 *
 * Drafts describe symptoms, so what matches best is often the section that describes them too. Readers know those; they
 * are shown what solves them, and why, where the article says so under headings of the kind "Cause" and "Solution".
 */
export function answeringSection(
  index: SearchIndex,
  { article, best, units }: { article: number; best: number; units: QueryUnit[] },
): AnsweringSection {
  const sections = sectionsOf(index, article);
  const found = sections.find(({ number }) => number === best);
  const section = found?.section ?? index.section(best);
  const isIntroduction = section.anchor === '' && sections.length > 1;
  const isAnswer = found !== undefined && found.role === 'other' && !isIntroduction;
  const solution = found?.role === 'solution' ? found : solutionOf(sections, units);
  if (isAnswer || !solution) return { section };
  const cause = sections.find(({ role, section: { pieces } }) => role === 'cause' && pieces.length > 0);
  return { section: solution.section, ...(cause && { cause: cause.section }) };
}
