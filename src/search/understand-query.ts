import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { informationOf, makeUnit } from './query-unit.ts';
import type { Alternate, QueryUnit } from './query-unit.ts';
import type { SearchIndex } from './search-index.ts';
import { isFunctionWord } from './stop-words.ts';
import { addSynonyms, hasSynonyms } from './query-synonyms.ts';
import { WordAlternates } from './word-alternates.ts';

/** A misspelt word, where it stands in the query, and what it was taken for. */
export interface Correction {
  unit: QueryUnit;
  start: number;
  end: number;
  written: string;
}

/** The query with its misspelt words put right. */
export function putRight(query: string, corrections: Correction[]): string {
  return corrections.reduceRight(
    (text, { start, end, written }) => text.slice(0, start) + written + text.slice(end),
    query,
  );
}

/** What a reader asks for, in the words of the index. */
export interface UnderstoodQuery {
  units: QueryUnit[];
  /** Words of the query that the articles do not know and that were corrected, in order. */
  corrections: Correction[];
}

/** How to read a query. */
export interface ReadingOptions {
  /** The last word may be unfinished. */
  isTyping?: boolean;
  /** Words are taken as they are written: nothing is corrected. */
  isExact?: boolean;
  /** The words come from a draft, which is read more freely than a search. */
  isDraft?: boolean;
}

const gluedElision = /^(?:j|qu|[ldmtscn](?=[aeiouyhàâéèêëîïôœû]))(\p{L}{3,})$/u;
/** What a part of a code or compound weighs when the articles know the whole. */
const partWeight = 0.3;
/** What a small word weighs that turns the question round (`ne … plus`, `sans`): it decides between equals. */
const turnWeight = 0.4;

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
  private readonly options: ReadingOptions;
  private readonly alternates: WordAlternates;
  private readonly corrections: Correction[] = [];

  constructor(index: SearchIndex, query: string, options: ReadingOptions) {
    this.index = index;
    this.query = query;
    this.options = options;
    this.alternates = new WordAlternates(index);
  }

  read(terms: Term[]): UnderstoodQuery {
    const content = contentOf(terms);
    const typed = this.options.isTyping
      ? terms.findLast((term) => term.end === this.query.length && term.role === 'word')
      : undefined;
    if (typed && !content.includes(typed)) content.push(typed);
    const words = terms.filter((term) => term.role === 'word');
    this.require(content, words);
    const wholes = content.filter((term) => term.role === 'whole' && this.alternates.known(term).length > 0);
    const hasContent = content.some((term) => !this.isFunctionWord(term));
    const units = mergeRepeated(
      content.flatMap((term) => {
        const isPart = wholes.some(
          (whole) => whole !== term && whole.start <= term.start && term.end <= whole.end,
        );
        const found = this.unitsOf(term, words, term === typed);
        if (isPart) return found.map((unit) => ({ ...unit, weight: partWeight }));
        return hasContent
          ? found.map((unit) => (unit.isFunctionWord ? { ...unit, weight: turnWeight } : unit))
          : found;
      }),
    );
    return {
      units: addSynonyms(this.index, units, this.options.isDraft === true),
      corrections: this.corrections,
    };
  }

  private require(terms: Term[], words: Term[]): void {
    const { lexicon } = this.index;
    const joined = words.map((term, position) => term.folded + (words[position + 1]?.folded ?? ''));
    this.index.requireWords(
      [...terms.map((term) => term.folded), ...joined],
      terms.flatMap((term) => [term.text, term.accented]),
    );
    const numbers = terms.flatMap((term) => lexicon.get(term.folded)?.terms ?? []);
    this.index.terms.require(
      numbers,
      terms.flatMap((term) => [term.text, term.accented]),
    );
  }

  private unitsOf(term: Term, words: Term[], isTyped: boolean): QueryUnit[] {
    const known = this.alternates.known(term);
    if (term.role === 'whole') return known.length > 0 ? [this.unit(term, known)] : [];
    if (isTyped) known.push(...this.alternates.startingWith(term));
    const alternates = [...known, ...this.joinedAlternates(words, term)];
    if (alternates.length > 0) return [this.unit(term, alternates)];
    const unglued = this.unglue(term);
    if (unglued) return unglued.isStop ? [] : [this.unit(unglued, this.alternates.known(unglued))];
    return [this.halvesUnit(term) ?? this.correctedUnit(term, isTyped)];
  }

  private unit(term: Term, alternates: Alternate[]): QueryUnit {
    const word = this.query.slice(term.start, term.end);
    const name = { word, text: term.text, isFunctionWord: this.isFunctionWord(term) };
    return makeUnit(this.index, name, alternates);
  }

  private isFunctionWord(term: Term): boolean {
    return isFunctionWord(this.index.locale.split('-')[0] ?? '', term.word);
  }

  private joinedAlternates(words: Term[], term: Term): Alternate[] {
    const position = words.indexOf(term);
    if (position < 0) return [];
    return [position - 1, position].flatMap((at) => {
      const [first, second] = [words[at], words[at + 1]];
      if (!first || !second || this.query.slice(first.end, second.start).trim() !== '') return [];
      return this.alternates.joined(first, second);
    });
  }

  /** `jarrive`, `lapplication`: an elision written without its apostrophe, when what remains is a word. */
  private unglue(term: Term): Term | undefined {
    const rest = this.index.locale.startsWith('fr') ? gluedElision.exec(term.word)?.[1] : undefined;
    const [word] = rest ? analyse(this.index.locale, rest) : [];
    if (!word || word.role === 'whole') return undefined;
    this.index.lexicon.require([word.folded]);
    this.index.terms.require(this.index.lexicon.get(word.folded)?.terms ?? [], [word.text, word.accented]);
    if (!word.isStop && !this.index.lexicon.get(word.folded)) return undefined;
    return { ...word, start: term.start, end: term.end };
  }

  private halvesUnit(term: Term): QueryUnit | undefined {
    const postings = this.alternates.halves(term);
    if (!postings) return undefined;
    const unit = this.unit(term, []);
    const idf = informationOf(postings.sections.length, this.index.sectionCount);
    return { ...unit, postings, idf, isKnown: true };
  }

  private correctedUnit(term: Term, isTyped: boolean): QueryUnit {
    const isRight = this.options.isExact === true || hasSynonyms(this.index, term.text);
    const found = isRight ? undefined : this.alternates.corrected(term, isTyped);
    if (!found) return this.unit(term, []);
    const { alternates, written, trust } = found;
    const unit = { ...this.unit(term, alternates), trust };
    this.corrections.push({ unit, start: term.start, end: term.end, written });
    return unit;
  }
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
export function understandQuery(
  index: SearchIndex,
  query: string,
  options: ReadingOptions = {},
): UnderstoodQuery {
  return new QueryReader(index, query, options).read(analyse(index.locale, query));
}

/** The same for terms that were chosen out of a longer text. */
export function understandTerms(index: SearchIndex, text: string, terms: Term[]): UnderstoodQuery {
  return new QueryReader(index, text, { isDraft: true }).read(terms);
}
