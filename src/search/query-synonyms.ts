import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { everydayWords } from './everyday-words.ts';
import { intersectPostings, mergePostings, weakened } from './merge-postings.ts';
import type { WeighedPostings } from './merge-postings.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';

/** Worth of a match through a synonym, compared with the word itself: the site's own, and those of the language. */
const strengthOf = { site: 0.7, everyday: 0.3 } as const;

/** A phrase as its terms, stop words left out, and what finding it is worth. */
interface Phrase {
  terms: string[];
  strength: number;
}

/** What else is looked for when a phrase is in the query; the key is its terms, joined. */
type Equivalents = Map<string, Phrase[]>;

const known = new WeakMap<SearchIndex, Equivalents>();

function termsOf(index: SearchIndex, phrase: string): string[] {
  const terms = analyse(index.locale, phrase).filter((term: Term) => !term.isStop);
  const wholes = terms.filter((term) => term.role === 'whole');
  return (wholes.length > 0 ? wholes : terms).map((term) => term.text);
}

function equivalentsOf(index: SearchIndex): Equivalents {
  const found = known.get(index);
  if (found) return found;
  const equivalents: Equivalents = new Map();
  const add = (from: string, to: string[], strength: number) => {
    const key = termsOf(index, from).join(' ');
    const phrases = to
      .map((phrase) => ({ terms: termsOf(index, phrase), strength }))
      .filter(({ terms }) => terms.length > 0 && terms.join(' ') !== key);
    if (key) equivalents.set(key, [...(equivalents.get(key) ?? []), ...phrases]);
  };
  const everyday = everydayWords[index.locale.split('-')[0] ?? ''] ?? { groups: [], rules: [] };
  for (const kind of ['site', 'everyday'] as const) {
    const { groups, rules } = kind === 'site' ? index.synonyms : everyday;
    for (const group of groups) for (const phrase of group) add(phrase, group, strengthOf[kind]);
    for (const { from, to } of rules) for (const phrase of from) add(phrase, to, strengthOf[kind]);
  }
  known.set(index, equivalents);
  return equivalents;
}

/** Whether a term is one that synonyms are kept for: a word in its own right, known to the articles or not. */
export function hasSynonyms(index: SearchIndex, text: string): boolean {
  return equivalentsOf(index).has(text);
}

/** A phrase that so many sections hold says nothing more about any of them. */
const mostSectionsShare = 0.05;

function postingsOf(index: SearchIndex, phrases: Phrase[]): WeighedPostings[] {
  const mostSections = Math.max(index.sectionCount * mostSectionsShare, 50);
  return phrases.flatMap(({ terms, strength }) => {
    const numbers = terms.map((text) => index.terms.find(text));
    if (!numbers.every((number) => number !== undefined)) return [];
    if (numbers.every((number) => index.terms.count(number) > mostSections)) return [];
    index.terms.require(numbers);
    const postings = intersectPostings(numbers.map((number) => index.terms.postings(number)));
    return postings.sections.length > 0 ? [weakened({ postings }, strength)] : [];
  });
}

const maxPhraseUnits = 3;

/** Adds to the units of a query what their synonyms find: the site's own and the everyday short forms. */
export function addSynonyms(index: SearchIndex, units: QueryUnit[]): QueryUnit[] {
  const equivalents = equivalentsOf(index);
  const added = units.map((): Phrase[] => []);
  units.forEach((_, start) => {
    for (let length = 1; length <= Math.min(maxPhraseUnits, units.length - start); length++) {
      const span = units.slice(start, start + length);
      for (const key of keysOf(span)) {
        for (let at = start; at < start + length; at++) added[at]?.push(...(equivalents.get(key) ?? []));
      }
    }
  });
  index.terms.require(
    [],
    added.flat().flatMap(({ terms }) => terms),
  );
  return units.map((unit, at) => withPhrases(index, unit, added[at] ?? []));
}

function keysOf(span: QueryUnit[]): string[] {
  return span.reduce<string[]>(
    (keys, unit) =>
      [...unit.texts].slice(0, 3).flatMap((text) => keys.map((key) => (key ? `${key} ${text}` : text))),
    [''],
  );
}

function withPhrases(index: SearchIndex, unit: QueryUnit, phrases: Phrase[]): QueryUnit {
  const lists = postingsOf(index, phrases);
  if (lists.length === 0) return unit;
  const { postings, strengths } = unit;
  const own = unit.isKnown ? [{ postings, ...(strengths && { strengths }) }] : [];
  return {
    ...unit,
    ...mergePostings([...own, ...lists]),
    texts: new Set([...unit.texts, ...phrases.flatMap(({ terms }) => terms)]),
    isKnown: true,
  };
}
