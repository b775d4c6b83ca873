import type { Article } from '../articles/article.ts';
import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { htmlToPieces } from './html-to-pieces.ts';
import type { Piece } from './html-to-pieces.ts';
import { marks } from './postings.ts';
import type { StoredArticle, StoredSection } from './stored-article.ts';

/** Postings of one term while they are gathered. */
export interface GatheredPostings {
  sections: number[];
  counts: number[];
  marks: number[];
}

/** A word as readers may type it, and the terms it leads to. */
export interface GatheredWord {
  terms: Set<string>;
  /** Written forms with accents and how often each occurs. */
  written: Map<string, number>;
}

/** A word as it is written, how often it was met and where its terms are noted. */
interface KnownWord {
  term: Term;
  count: number;
  /** Postings of its stem and, where it differs, of the stem with accents. */
  postings: GatheredPostings[];
}

/** Lengths, in words that are not stop words. */
export interface Lengths {
  /** Of each section's text. */
  sections: number[];
  /** Of each article's title. */
  titles: number[];
  /** Number of sections of each article. */
  sectionCounts: number[];
  /** Content terms of each article's title, each once. */
  titleTerms: string[][];
}

/** Everything the articles hold, by term and by word. */
export interface Gathered {
  postings: Map<string, GatheredPostings>;
  words: Map<string, GatheredWord>;
  lengths: Lengths;
  articles: StoredArticle[];
  /** Stems with accents, by the stem without: more than one means that accents decide. */
  accented: Map<string, Set<string>>;
}

const leadChars = 400;
const maxCount = 255;

/** Reads articles one after the other and gathers their terms. */
export class TermCollector {
  private readonly locale: string;
  private readonly known = new Map<string, KnownWord>();
  private readonly postings: Gathered['postings'] = new Map();
  private readonly lengths: Lengths = { sections: [], titles: [], sectionCounts: [], titleTerms: [] };
  private readonly articles: StoredArticle[] = [];

  constructor(locale: string) {
    this.locale = locale;
  }

  add(article: Article): void {
    const stored = storedArticle(article);
    const first = this.lengths.sections.length;
    this.addArticleFields(first, article);
    let charsBefore = 0;
    stored.sections.forEach((section, position) => {
      const number = first + position;
      charsBefore += this.addText(number, section.pieces, charsBefore);
      const own = section.title === stored.title ? [] : [section.title];
      for (const heading of [...own, ...(article.sections[position]?.trail ?? [])])
        this.addHeading(number, heading);
    });
    this.lengths.sectionCounts.push(stored.sections.length);
    this.articles.push(stored);
  }

  finish(): Gathered {
    const words: Gathered['words'] = new Map();
    const accented: Gathered['accented'] = new Map();
    for (const { term, count } of this.known.values()) {
      const word = entryOf(words, term.folded, (): GatheredWord => ({
        terms: new Set(),
        written: new Map(),
      }));
      word.terms.add(term.text);
      word.written.set(term.word, (word.written.get(term.word) ?? 0) + count);
      entryOf(accented, term.text, () => new Set<string>()).add(term.accented);
    }
    const { postings, lengths, articles } = this;
    return { postings, words, lengths, articles, accented };
  }

  private addArticleFields(section: number, article: Article): void {
    const title = analyse(this.locale, article.title);
    const content = title.filter(isContent);
    this.lengths.titles.push(content.length);
    this.lengths.titleTerms.push([...new Set(content.map((term) => term.text))]);
    for (const term of title) {
      this.note(term, section, (postings, at) => {
        const mark = postings.marks[at] ?? 0;
        if ((mark & marks.title) < marks.title) postings.marks[at] = mark + 1;
      });
    }
    for (const keyword of article.keywords) {
      for (const term of analyse(this.locale, keyword)) this.note(term, section, markAs(marks.keyword));
    }
    const first = article.sections[0]?.text ?? '';
    if (article.description && !first.includes(article.description.slice(0, 60))) {
      for (const term of analyse(this.locale, article.description)) this.note(term, section, countOne);
    }
  }

  private addHeading(section: number, heading: string): void {
    for (const term of analyse(this.locale, heading)) {
      this.note(term, section, (postings, at) => {
        const mark = postings.marks[at] ?? 0;
        if ((mark & marks.heading) < marks.heading) postings.marks[at] = mark + (1 << marks.headingShift);
      });
    }
  }

  private addText(section: number, pieces: Piece[], charsBefore: number): number {
    let length = 0;
    let chars = 0;
    for (const piece of pieces) {
      for (const term of analyse(this.locale, piece.text)) {
        if (isContent(term)) length++;
        const isLead = charsBefore + chars + term.start < leadChars;
        this.note(term, section, isLead ? countInLead : countOne);
      }
      chars += piece.text.length + 1;
    }
    this.lengths.sections.push(length);
    return chars;
  }

  /** Says that a section has a word; `write` says how, in the postings of each of the word's terms. */
  private note(term: Term, section: number, write: (postings: GatheredPostings, at: number) => void): void {
    const known = this.wordOf(term);
    known.count++;
    for (const postings of known.postings) write(postings, placeOf(postings, section));
  }

  private wordOf(term: Term): KnownWord {
    const { word, text, accented } = term;
    const first = this.known.get(word);
    if (first?.term.text === text) return first;
    // What closes a negation is written like the word it is taken from.
    const key = first ? `${word} ${text}` : word;
    return entryOf(this.known, key, () => {
      const texts = accented === text ? [text] : [text, accented];
      const postings = texts.map((one) => entryOf(this.postings, one, emptyList));
      return { term, count: 0, postings };
    });
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function emptyList(): GatheredPostings {
  return { sections: [], counts: [], marks: [] };
}

/** Where a section stands in postings that are gathered in the order of sections; it is added when it is new. */
function placeOf(postings: GatheredPostings, section: number): number {
  const last = postings.sections.length - 1;
  if (postings.sections[last] === section) return last;
  postings.sections.push(section);
  postings.counts.push(0);
  postings.marks.push(0);
  return last + 1;
}

function countOne({ counts }: GatheredPostings, at: number): void {
  counts[at] = Math.min((counts[at] ?? 0) + 1, maxCount);
}

function markAs(bit: number): (postings: GatheredPostings, at: number) => void {
  return (postings, at) => (postings.marks[at] = (postings.marks[at] ?? 0) | bit);
}

const markLead = markAs(marks.lead);

function countInLead(postings: GatheredPostings, at: number): void {
  countOne(postings, at);
  markLead(postings, at);
}

function isContent(term: Term): boolean {
  return !term.isStop && term.role === 'word';
}

function storedArticle(article: Article): StoredArticle {
  const sections = article.sections.map((section): StoredSection => {
    const pieces = section.blocks.flatMap(htmlToPieces);
    const plain = section.text.split('\n').filter(Boolean);
    return {
      anchor: section.anchor,
      title: section.title,
      pieces: pieces.length > 0 ? pieces : plain.map((text) => ({ kind: 'text', text })),
    };
  });
  const nothing = { anchor: '', title: article.title, pieces: [] };
  return { id: article.id, title: article.title, sections: sections.length > 0 ? sections : [nothing] };
}
