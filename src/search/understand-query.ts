import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { correctionsOf } from './corrections.ts';
import type { LexiconWord } from './lexicon.ts';
import { makeUnit } from './query-unit.ts';
import type { Alternate, QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';
import { addSynonyms } from './query-synonyms.ts';

/** What a reader asks for, in the words of the index. */
export interface UnderstoodQuery {
  units: QueryUnit[];
  /** The query with misspelt words corrected; absent when none was. */
  corrected?: string;
}

const gluedElision = /^(?:j|qu|[ldmtscn](?=[aeiouyhàâéèêëîïôœû]))(\p{L}{3,})$/u;
const maxPrefixWords = 60;
/** What a part of a code or compound weighs when the articles know the whole. */
const partWeight = 0.3;
const maxCorrections = 3;
const strengthOf = { otherAccents: 0.6, prefix: 0.8, correction: 0.8, joined: 0.9 } as const;

/** Words that carry the query; when there are none, all of them: "qui est là" is a question too. */
function contentOf(terms: Term[]): Term[] {
  const content = terms.filter((term) => !term.isStop && (term.role === 'whole' || !isLoneLetter(term)));
  return content.length > 0 ? content : terms;
}

function isLoneLetter(term: Term): boolean {
  return term.folded.length === 1 && /\p{Script=Latin}/u.test(term.folded);
}

/** Works out the units of one query. */
class QueryReader {
  private readonly index: SearchIndex;
  private readonly query: string;
  private readonly corrections: { start: number; end: number; written: string }[] = [];

  constructor(index: SearchIndex, query: string) {
    this.index = index;
    this.query = query;
  }

  read(terms: Term[], isTyping: boolean): UnderstoodQuery {
    const content = contentOf(terms);
    const typed = isTyping
      ? terms.findLast((term) => term.end === this.query.length && term.role === 'word')
      : undefined;
    if (typed && !content.includes(typed)) content.push(typed);
    this.require(content);
    const wholes = content.filter((term) => term.role === 'whole' && this.knownAlternates(term).length > 0);
    const units = mergeRepeated(
      content.flatMap((term, position) => {
        const isPart = wholes.some(
          (whole) => whole !== term && whole.start <= term.start && term.end <= whole.end,
        );
        const found = this.unitsOf(term, content, position, term === typed);
        return isPart ? found.map((unit) => ({ ...unit, weight: partWeight })) : found;
      }),
    );
    const corrected = this.correctedQuery();
    return { units: addSynonyms(this.index, units), ...(corrected !== undefined && { corrected }) };
  }

  private require(terms: Term[]): void {
    const { lexicon } = this.index;
    const joined = terms.map((term, position) => term.folded + (terms[position + 1]?.folded ?? ''));
    lexicon.require([...terms.map((term) => term.folded), ...joined]);
    const numbers = terms.flatMap((term) => lexicon.get(term.folded)?.terms ?? []);
    this.index.terms.require(
      numbers,
      terms.flatMap((term) => [term.text, term.accented]),
    );
  }

  private unitsOf(term: Term, terms: Term[], position: number, isTyped: boolean): QueryUnit[] {
    const known = this.knownAlternates(term);
    if (term.role === 'whole') return known.length > 0 ? [this.unit(term, known)] : [];
    if (isTyped) known.push(...this.prefixAlternates(term));
    const alternates = [...known, ...this.joinedAlternates(terms, position)];
    if (alternates.length > 0) return [this.unit(term, alternates)];
    const unglued = this.unglue(term);
    if (unglued) return unglued.isStop ? [] : [this.unit(unglued, this.knownAlternates(unglued))];
    return [this.unit(term, this.correctedAlternates(term))];
  }

  private unit(term: Term, alternates: Alternate[]): QueryUnit {
    return makeUnit(this.index, this.query.slice(term.start, term.end), term.text, alternates);
  }

  /**
   * Terms of the word itself. Where the articles tell `pêche` and `péché` apart and the reader wrote one of them, the
   * other is only a weaker match.
   */
  private knownAlternates(term: Term): Alternate[] {
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
  private joinedAlternates(terms: Term[], position: number): Alternate[] {
    return [position - 1, position].flatMap((at) => {
      const [first, second] = [terms[at], terms[at + 1]];
      if (!first || !second || first.role === 'whole' || second.role === 'whole') return [];
      if (
        this.query.slice(first.end, second.start).trim() !== '' ||
        first.folded.length + second.folded.length < 5
      )
        return [];
      return this.wordAlternates(this.index.lexicon.get(first.folded + second.folded), strengthOf.joined);
    });
  }

  /** `jarrive`, `lapplication`: an elision written without its apostrophe, when what remains is a word. */
  private unglue(term: Term): Term | undefined {
    const rest = this.index.locale.startsWith('fr') ? gluedElision.exec(term.word)?.[1] : undefined;
    const [word] = rest ? analyse(this.index.locale, rest) : [];
    if (!word || word.role === 'whole') return undefined;
    this.index.lexicon.require([word.folded]);
    this.index.terms.require(this.index.lexicon.get(word.folded)?.terms ?? [], [word.text, word.accented]);
    if (!word.isStop && this.knownAlternates(word).length === 0) return undefined;
    return { ...word, start: term.start, end: term.end };
  }

  private prefixAlternates(term: Term): Alternate[] {
    if (term.folded.length < 2) return [];
    const words = this.index.lexicon.startingWith(term.folded, maxPrefixWords);
    this.index.terms.require(words.flatMap((word) => word.terms));
    return words.flatMap((word) => this.wordAlternates(word, strengthOf.prefix));
  }

  private correctedAlternates(term: Term): Alternate[] {
    const found = correctionsOf(this.index.lexicon, term.folded);
    this.index.terms.require(found.flatMap(({ word }) => word.terms));
    const frequency = (word: LexiconWord) =>
      Math.max(...word.terms.map((number) => this.index.terms.count(number)));
    const likeness = (word: LexiconWord) =>
      Math.log(1 + frequency(word)) +
      (word.folded[0] === term.folded[0] ? 3 : 0) +
      (sameLetters(word.folded, term.folded) ? 2 : 0);
    const best = found
      .map(({ word }) => ({ word, likeness: likeness(word) }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, maxCorrections);
    if (best[0]) this.corrections.push({ start: term.start, end: term.end, written: best[0].word.written });
    return best.flatMap(({ word }, rank) => this.wordAlternates(word, strengthOf.correction / (rank + 1)));
  }

  private wordAlternates(word: LexiconWord | undefined, strength: number): Alternate[] {
    this.index.terms.require(word?.terms ?? []);
    return (word?.terms ?? []).map((term) => ({ term, strength }));
  }

  private correctedQuery(): string | undefined {
    if (this.corrections.length === 0) return undefined;
    let text = this.query;
    for (const { start, end, written } of this.corrections.toReversed()) {
      text = text.slice(0, start) + written + text.slice(end);
    }
    return text;
  }
}

/** Doubled letters, vowels and endings apart, the same word: `conexion`, `connexions`. */
function sameLetters(one: string, other: string): boolean {
  const skeleton = (word: string) => word.replace(/(.)\1+/g, '$1').replace(/[aeiouy]|[sx]$/g, '');
  return skeleton(one) === skeleton(other);
}

/** A word said twice counts once, a little stronger. */
function mergeRepeated(units: QueryUnit[]): QueryUnit[] {
  const byTexts = new Map<string, QueryUnit>();
  for (const unit of units) {
    const key = `${unit.weight}${[...unit.texts].join(' ')}`;
    const same = byTexts.get(key);
    if (same) same.weight *= 1.2;
    else byTexts.set(key, unit);
  }
  return [...byTexts.values()];
}

/**
 * Turns a query into units: known words, else their corrections; the word being typed also as a beginning; synonyms.
 * Stop words are dropped unless the query holds nothing else.
 */
export function understandQuery(index: SearchIndex, query: string, isTyping = false): UnderstoodQuery {
  return new QueryReader(index, query).read(analyse(index.locale, query), isTyping);
}

/** The same for terms that were chosen out of a longer text. */
export function understandTerms(index: SearchIndex, text: string, terms: Term[]): UnderstoodQuery {
  return new QueryReader(index, text).read(terms, false);
}
