import type { AskedMatch } from './asked-words.ts';
import { fieldWeights, lengthDiscount, saturation } from './candidates.ts';
import { firstAtOrAfter } from './first-at-or-after.ts';
import { gramLeadChars, gramsOf } from './grams.ts';
import type { GramWorth } from './grams.ts';
import { marks } from './postings.ts';
import type { Postings } from './postings.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';

/** What the ranker looks at, for one article and one query. */
export const featureNames = [
  'title',
  'text',
  'whole',
  'lead',
  'section',
  'titleCoverage',
  'queryCoverage',
  'sectionCoverage',
  'titleGrams',
  'leadGrams',
  'completeness',
  'gramCoverage',
  'titleExact',
  'wholeExact',
  'coverageExact',
  'titleCoverageExact',
  'askedBest',
  'askedNearest',
  'askedLearned',
  'askedLikely',
] as const;

/** Features that mean the same in every query; the others count in proportion to the best candidate. */
export const absoluteFeatures: ReadonlySet<FeatureName> = new Set([
  'askedBest',
  'askedNearest',
  'askedLearned',
  'askedLikely',
]);

/** One of `featureNames`. */
export type FeatureName = (typeof featureNames)[number];

/** The features of one article. */
export interface Described {
  article: number;
  /** Its best section, by number in the index. */
  section: number;
  values: Float64Array;
}

const at = Object.fromEntries(featureNames.map((name, position) => [name, position])) as Record<
  FeatureName,
  number
>;

/** What one unit has in one article. */
interface Found {
  text: number;
  title: number;
  keyword: number;
  heading: number;
  lead: number;
  /** Of the best match anywhere, in the title, in the text and at the beginning. */
  strength: number;
  titleStrength: number;
  textStrength: number;
  leadStrength: number;
}

const nothingFound: Found = {
  text: 0,
  title: 0,
  keyword: 0,
  heading: 0,
  lead: 0,
  strength: 0,
  titleStrength: 0,
  textStrength: 0,
  leadStrength: 0,
};

/** From this strength on a match is the word itself, and no word that means nearly the same. */
const exactStrength = 0.6;

/** What the sections of one article have gathered so far. */
interface SectionTally {
  /** Number of the first section. */
  first: number;
  scores: Float64Array;
  /** Information of the query's words that each section holds. */
  mass: Float64Array;
}

function saturated(frequency: number): number {
  return frequency / (saturation + frequency);
}

/** Describes articles for one query; keeps what is the same for all of them. */
export class Describer {
  private readonly index: SearchIndex;
  private readonly units: QueryUnit[];
  private readonly information: number;

  private readonly grams: { titles: GramWorth; leads: GramWorth } | undefined;

  /** `text` is compared by its character grams as well; without it, words alone decide. */
  constructor(index: SearchIndex, units: QueryUnit[], text?: string) {
    this.index = index;
    this.units = units;
    if (text !== undefined) {
      const grams = gramsOf(text.slice(0, gramLeadChars));
      this.grams = { titles: index.grams.titles.worthOf(grams), leads: index.grams.leads.worthOf(grams) };
    }
    this.information = Math.max(totalInformation(units), 1e-9);
  }

  /** `asked` is what solved tickets say for the article. */
  describe(article: number, asked?: AskedMatch): Described {
    const { firstSections } = this.index.shelf;
    const first = firstSections[article] ?? 0;
    const end = firstSections[article + 1] ?? first;
    const tally: SectionTally = {
      first,
      scores: new Float64Array(end - first),
      mass: new Float64Array(end - first),
    };
    const values = new Float64Array(featureNames.length);
    for (const unit of this.units) {
      const found = this.readUnit(unit, tally);
      if (found.strength > 0) this.addUnit(unit, found, article, values);
    }
    let best = 0;
    tally.scores.forEach((score, position) => {
      if (score > (tally.scores[best] ?? 0)) best = position;
    });
    values[at.section] = tally.scores[best] ?? 0;
    values[at.sectionCoverage] = (tally.mass[best] ?? 0) / this.information;
    values[at.queryCoverage] = (values[at.queryCoverage] ?? 0) / this.information;
    values[at.completeness] = Math.min(values[at.queryCoverage] ?? 0, 1) ** 3;
    const titleInformation = this.index.shelf.titleInformation[article] ?? 0;
    for (const coverage of [at.titleCoverage, at.titleCoverageExact]) {
      values[coverage] = Math.min((values[coverage] ?? 0) / Math.max(titleInformation, 1e-9), 1);
    }
    if (this.grams) {
      values[at.titleGrams] = this.index.grams.titles.score(this.grams.titles, article);
      values[at.leadGrams] = this.index.grams.leads.score(this.grams.leads, article);
      values[at.gramCoverage] = this.index.grams.leads.coverage(this.grams.leads, article);
    }
    values[at.askedBest] = asked?.best ?? 0;
    values[at.askedNearest] = asked?.nearest ?? 0;
    values[at.askedLearned] = asked?.learned ?? 0;
    values[at.askedLikely] = asked?.likely ?? 0;
    return { article, section: first + best, values };
  }

  private readUnit(unit: QueryUnit, { first, scores, mass }: SectionTally): Found {
    const end = first + scores.length;
    const { sections, counts, marks: places }: Postings = unit.postings;
    const { sectionLengths, averages } = this.index.shelf;
    const found = { ...nothingFound };
    for (let position = firstAtOrAfter(sections, first); (sections[position] ?? end) < end; position++) {
      const section = sections[position] ?? 0;
      const place = places[position] ?? 0;
      const count = counts[position] ?? 0;
      const heading = (place & marks.heading) >> marks.headingShift;
      const strength = unit.strengths ? (unit.strengths[position] ?? 0) : 1;
      found.text += count;
      found.title += place & marks.title;
      found.keyword += place & marks.keyword ? 1 : 0;
      found.heading += heading;
      found.lead += place & marks.lead ? 1 : 0;
      found.strength = Math.max(found.strength, strength);
      if (place & (marks.title | marks.keyword))
        found.titleStrength = Math.max(found.titleStrength, strength);
      if (count > 0) found.textStrength = Math.max(found.textStrength, strength);
      if (place & (marks.title | marks.lead)) found.leadStrength = Math.max(found.leadStrength, strength);
      const length =
        1 -
        lengthDiscount.section +
        (lengthDiscount.section * (sectionLengths[section] ?? 0)) / averages.section;
      const gain = unit.idf * unit.weight * strength;
      const frequency = fieldWeights.heading * heading + count / length;
      scores[section - first] = (scores[section - first] ?? 0) + gain * saturated(frequency);
      const isNamed = heading > 0 || count > 0 || (place & marks.title) > 0;
      if (isNamed && unit.weight >= 0.5) mass[section - first] = (mass[section - first] ?? 0) + gain;
    }
    return found;
  }

  private addUnit(unit: QueryUnit, found: Found, article: number, values: Float64Array): void {
    const { articleLengths, titleLengths, averages } = this.index.shelf;
    const full = unit.idf * unit.weight;
    const gain = full * found.strength;
    const length =
      1 -
      lengthDiscount.article +
      (lengthDiscount.article * (articleLengths[article] ?? 0)) / averages.article;
    const titleLength =
      1 - lengthDiscount.title + (lengthDiscount.title * (titleLengths[article] ?? 0)) / averages.title;
    const title = (found.title + found.keyword) / titleLength;
    const whole =
      fieldWeights.title * found.title +
      fieldWeights.keyword * found.keyword +
      fieldWeights.heading * found.heading +
      found.text / length;
    const add = (name: FeatureName, value: number) => (values[at[name]] = (values[at[name]] ?? 0) + value);
    add('title', full * found.titleStrength * saturated(title));
    add('text', full * found.textStrength * saturated(found.text / length));
    add('whole', gain * saturated(whole));
    add('lead', full * found.leadStrength * saturated(2 * found.lead + found.title));
    if (unit.weight >= 0.5) add('queryCoverage', gain);
    if (found.title > 0 && unit.weight >= 0.5) add('titleCoverage', full * found.titleStrength);
    if (found.titleStrength >= exactStrength) {
      add('titleExact', full * saturated(title));
      if (unit.weight >= 0.5) add('titleCoverageExact', full);
    }
    if (found.strength < exactStrength) return;
    add('wholeExact', full * saturated(whole));
    if (unit.weight >= 0.5) add('coverageExact', full / this.information);
  }
}

/** Information of all a query asks for, unknown words included. */
export function totalInformation(units: QueryUnit[]): number {
  return units.reduce((sum, unit) => sum + (unit.weight >= 0.5 ? unit.idf * unit.weight : 0), 0);
}
