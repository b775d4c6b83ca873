import type { Term } from './analyse.ts';
import { correctionsOf, likelihoodOf } from './corrections.ts';
import type { Correction } from './corrections.ts';
import type { LexiconWord } from './lexicon.ts';
import { intersectPostings } from './merge-postings.ts';
import type { Alternate } from './query-unit.ts';
import type { Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';

/** What a misspelt word was taken for. */
export interface CorrectedWord {
  alternates: Alternate[];
  /** The likeliest word, as the articles write it. */
  written: string;
  /** 0 to 1: how likely it is what was meant, by its letters. */
  trust: number;
}

const strengthOf = { otherAccents: 0.6, prefix: 0.8, correction: 0.8, joined: 0.9 } as const;
const maxPrefixWords = 60;
const maxCorrections = 3;
/** Letters of what is typed before a slip in it is looked for: shorter beginnings have too many near misses. */
const minTypedForCorrection = 5;
const minHalf = 3;
/** What follows a verb in English and is often written together with it: `set up`, `setup`. */
const particles = new Set('up in on out off down over back'.split(' '));

/** Each word once, with its likeliest reading first. */
function distinct(found: Correction[]): Correction[] {
  return [...new Map(found.toReversed().map((correction) => [correction.word, correction])).values()];
}

/** Finds the terms of an index that may stand for a word of a query. */
export class WordAlternates {
  private readonly index: SearchIndex;

  constructor(index: SearchIndex) {
    this.index = index;
  }

  /**
   * Terms of the word itself. Where the articles tell `pêche` and `péché` apart and the reader wrote one of them, the
   * other is only a weaker match.
   */
  known(term: Term): Alternate[] {
    const { terms, lexicon } = this.index;
    const found = [terms.find(term.text), ...(lexicon.get(term.folded)?.terms ?? [])].filter(
      (number) => number !== undefined,
    );
    const exact = term.accented === term.text ? undefined : terms.find(term.accented);
    const strength = exact === undefined ? 1 : strengthOf.otherAccents;
    const known = [...new Set(found)].map((number) => ({ term: number, strength }));
    return exact === undefined ? known : [...known, { term: exact, strength: 1 }];
  }

  /** `share point` finds `sharepoint`: two neighbours that the articles write as one word. */
  joined(first: Term | undefined, second: Term | undefined): Alternate[] {
    if (!first || !second || first.folded.length + second.folded.length < minTypedForCorrection) return [];
    return this.ofWord(this.index.lexicon.get(first.folded + second.folded), strengthOf.joined);
  }

  /** `setup` finds `set up`: sections that hold both halves of a word that the articles write as two. */
  halves({ folded }: Term): Postings | undefined {
    for (let cut = minHalf; cut <= folded.length - 2; cut++) {
      const tail = folded.slice(cut);
      if (tail.length < minHalf && !particles.has(tail)) continue;
      const both = [folded.slice(0, cut), tail];
      this.index.lexicon.require(both);
      const lists = both.map((half) => this.ofWord(this.index.lexicon.get(half), 1)[0]);
      if (!lists.every((list) => list !== undefined)) continue;
      const postings = intersectPostings(lists.map(({ term }) => this.index.terms.postings(term)));
      if (postings.sections.length > 0) return postings;
    }
    return undefined;
  }

  /** Words that begin with what is being typed. */
  startingWith(term: Term): Alternate[] {
    if (term.folded.length < 2) return [];
    const words = this.index.lexicon.startingWith(term.folded, maxPrefixWords);
    this.index.terms.require(words.flatMap((word) => word.terms));
    return words.flatMap((word) => this.ofWord(word, strengthOf.prefix));
  }

  /** Words that a misspelt word, or the misspelt beginning of one, may stand for. */
  corrected(term: Term, isTyped: boolean): CorrectedWord | undefined {
    const isBeginning = isTyped && term.folded.length >= minTypedForCorrection;
    const found = correctionsOf(this.index.lexicon, term.folded, isBeginning);
    this.index.terms.require(found.flatMap(({ word }) => word.terms));
    const best = distinct(found)
      .map((correction) => ({ ...correction, likeness: this.likeness(correction, term.folded) }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, maxCorrections);
    const [first] = best;
    if (!first) return undefined;
    const alternates = best.flatMap(({ word }, rank) =>
      this.ofWord(word, strengthOf.correction / (rank + 1)),
    );
    return { alternates, written: first.word.written, trust: likelihoodOf(first, term.folded) };
  }

  private likeness(correction: Correction, typed: string): number {
    const { word } = correction;
    const frequency = Math.max(...word.terms.map((number) => this.index.terms.count(number)));
    const sameStart = word.folded[0] === typed[0] ? 3 : 0;
    return Math.log(1 + frequency) + sameStart + 10 * likelihoodOf(correction, typed);
  }

  private ofWord(word: LexiconWord | undefined, strength: number): Alternate[] {
    this.index.terms.require(word?.terms ?? []);
    return (word?.terms ?? []).map((term) => ({ term, strength }));
  }
}
