import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { everydayWords, isLightWord } from './everyday-words.ts';
import { intersectPostings, mergePostings, weakened } from './merge-postings.ts';
import type { WeighedPostings } from './merge-postings.ts';
import type { QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';

/** Where another word comes from: the site's synonyms, or the language's words for the same or nearly the same. */
type Origin = 'site' | 'same' | 'near';

/** Worth of a match through another word, compared with the word itself. A draft has words enough to be read freely. */
const strengthOf: Record<'search' | 'draft', Record<Origin, number>> = {
  search: { site: 0.7, same: 0.7, near: 0.3 },
  draft: { site: 0.7, same: 0.7, near: 0.55 },
};
/** What everyday words weigh in a draft, compared with others of their rarity. */
const lightWeight = 0.7;

/** A phrase as its terms, stop words left out. */
interface Phrase {
  terms: string[];
  origin: Origin;
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
  const add = (from: string, to: string[], origin: Origin) => {
    const key = termsOf(index, from).join(' ');
    const phrases = to
      .map((phrase) => ({ terms: termsOf(index, phrase), origin }))
      .filter(({ terms }) => terms.length > 0 && terms.join(' ') !== key);
    if (key) equivalents.set(key, [...(equivalents.get(key) ?? []), ...phrases]);
  };
  const addGroups = (groups: string[][], origin: Origin) => {
    for (const group of groups) for (const phrase of group) add(phrase, group, origin);
  };
  const everyday = everydayWords(index.locale);
  addGroups(index.synonyms.groups, 'site');
  for (const { from, to } of index.synonyms.rules) for (const phrase of from) add(phrase, to, 'site');
  addGroups(everyday.same, 'same');
  addGroups(everyday.near, 'near');
  known.set(index, equivalents);
  return equivalents;
}

/** Whether a term is one that synonyms are kept for: a word in its own right, known to the articles or not. */
export function hasSynonyms(index: SearchIndex, text: string): boolean {
  return equivalentsOf(index).has(text);
}

/** A phrase that so many sections hold says nothing more about any of them. */
const mostSectionsShare = 0.05;

function postingsOf(
  index: SearchIndex,
  phrases: Phrase[],
  strengths: Record<Origin, number>,
): WeighedPostings[] {
  const mostSections = Math.max(index.sectionCount * mostSectionsShare, 50);
  return phrases.flatMap(({ terms, origin }) => {
    const numbers = terms.map((text) => index.terms.find(text));
    if (!numbers.every((number) => number !== undefined)) return [];
    if (numbers.every((number) => index.terms.count(number) > mostSections)) return [];
    index.terms.require(numbers);
    const postings = intersectPostings(numbers.map((number) => index.terms.postings(number)));
    return postings.sections.length > 0 ? [weakened({ postings }, strengths[origin])] : [];
  });
}

const maxPhraseUnits = 3;

/** Whether other words of the query ask for a phrase themselves: one word of an article speaks for one of the query. */
function isAskedBy(others: QueryUnit[], { terms }: Phrase): boolean {
  return terms.every((term) => others.some(({ text }) => text === term));
}

/**
 * Adds to the units of a query what other words find for them: the site's synonyms and those of everyday language. In a
 * draft, everyday words that say little about the subject weigh less.
 */
export function addSynonyms(index: SearchIndex, units: QueryUnit[], isDraft: boolean): QueryUnit[] {
  const equivalents = equivalentsOf(index);
  const added = units.map((): Phrase[] => []);
  units.forEach((_, start) => {
    for (let length = 1; length <= Math.min(maxPhraseUnits, units.length - start); length++) {
      const span = units.slice(start, start + length);
      const isFree = isDraft || span.every((unit) => !unit.isKnown);
      const phrases = keysOf(span).flatMap((key) => equivalents.get(key) ?? []);
      const others = units.filter((unit) => !span.includes(unit));
      const fitting = phrases.filter(
        (phrase) => phrase.origin !== 'near' || (isFree && !isAskedBy(others, phrase)),
      );
      for (let at = start; at < start + length; at++) added[at]?.push(...fitting);
    }
  });
  index.terms.require(
    [],
    added.flat().flatMap(({ terms }) => terms),
  );
  const strengths = strengthOf[isDraft ? 'draft' : 'search'];
  return units.map((unit, at) => {
    const lists = postingsOf(index, added[at] ?? [], strengths);
    const widened = lists.length > 0 ? withLists(unit, lists, added[at] ?? []) : unit;
    const isLight = isDraft && isLightWord(index.locale, unit.text);
    return isLight ? { ...widened, weight: unit.weight * lightWeight } : widened;
  });
}

function keysOf(span: QueryUnit[]): string[] {
  return span.reduce<string[]>(
    (keys, unit) =>
      [...unit.texts].slice(0, 3).flatMap((text) => keys.map((key) => (key ? `${key} ${text}` : text))),
    [''],
  );
}

function withLists(unit: QueryUnit, lists: WeighedPostings[], phrases: Phrase[]): QueryUnit {
  const { postings, strengths } = unit;
  const own = unit.isKnown ? [{ postings, ...(strengths && { strengths }) }] : [];
  return {
    ...unit,
    ...mergePostings([...own, ...lists]),
    texts: new Set([...unit.texts, ...phrases.flatMap(({ terms }) => terms)]),
    isKnown: true,
  };
}
