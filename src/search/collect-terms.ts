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
  private readonly gathered: Gathered = {
    postings: new Map(),
    words: new Map(),
    lengths: { sections: [], titles: [], sectionCounts: [], titleTerms: [] },
    articles: [],
    accented: new Map(),
  };

  constructor(locale: string) {
    this.locale = locale;
  }

  add(article: Article): void {
    const stored = storedArticle(article);
    const first = this.gathered.lengths.sections.length;
    this.addArticleFields(first, article);
    let charsBefore = 0;
    stored.sections.forEach((section, position) => {
      const number = first + position;
      charsBefore += this.addText(number, section.pieces, charsBefore);
      const own = section.title === stored.title ? [] : [section.title];
      for (const heading of [...own, ...(article.sections[position]?.trail ?? [])])
        this.addHeading(number, heading);
    });
    this.gathered.lengths.sectionCounts.push(stored.sections.length);
    this.gathered.articles.push(stored);
  }

  finish(): Gathered {
    return this.gathered;
  }

  private addArticleFields(section: number, article: Article): void {
    const title = this.analyse(article.title);
    const content = title.filter(isContent);
    this.gathered.lengths.titles.push(content.length);
    this.gathered.lengths.titleTerms.push([...new Set(content.map((term) => term.text))]);
    for (const text of termTexts(title)) {
      const { postings, at } = this.posting(text, section);
      const mark = postings.marks[at] ?? 0;
      if ((mark & marks.title) < marks.title) postings.marks[at] = mark + 1;
    }
    for (const keyword of article.keywords) {
      for (const text of termTexts(this.analyse(keyword))) this.mark(text, section, marks.keyword);
    }
    const first = article.sections[0]?.text ?? '';
    if (article.description && !first.includes(article.description.slice(0, 60))) {
      for (const text of termTexts(this.analyse(article.description))) this.count(text, section);
    }
  }

  private addHeading(section: number, heading: string): void {
    for (const text of termTexts(this.analyse(heading))) {
      const { postings, at } = this.posting(text, section);
      const mark = postings.marks[at] ?? 0;
      if ((mark & marks.heading) < marks.heading) postings.marks[at] = mark + (1 << marks.headingShift);
    }
  }

  private addText(section: number, pieces: Piece[], charsBefore: number): number {
    let length = 0;
    let chars = 0;
    for (const piece of pieces) {
      for (const term of this.analyse(piece.text)) {
        if (isContent(term)) length++;
        const isLead = charsBefore + chars + term.start < leadChars;
        for (const text of termTexts([term])) {
          this.count(text, section);
          if (isLead) this.mark(text, section, marks.lead);
        }
      }
      chars += piece.text.length + 1;
    }
    this.gathered.lengths.sections.push(length);
    return chars;
  }

  private analyse(text: string): Term[] {
    const terms = analyse(this.locale, text);
    for (const term of terms) this.remember(term);
    return terms;
  }

  private remember(term: Term): void {
    const { words, accented } = this.gathered;
    let word = words.get(term.folded);
    if (!word) words.set(term.folded, (word = { terms: new Set(), written: new Map() }));
    word.terms.add(term.text);
    word.written.set(term.word, (word.written.get(term.word) ?? 0) + 1);
    let variants = accented.get(term.text);
    if (!variants) accented.set(term.text, (variants = new Set()));
    variants.add(term.accented);
  }

  private posting(text: string, section: number): { postings: GatheredPostings; at: number } {
    let postings = this.gathered.postings.get(text);
    if (!postings) this.gathered.postings.set(text, (postings = { sections: [], counts: [], marks: [] }));
    const last = postings.sections.length - 1;
    if (postings.sections[last] === section) return { postings, at: last };
    postings.sections.push(section);
    postings.counts.push(0);
    postings.marks.push(0);
    return { postings, at: last + 1 };
  }

  private count(text: string, section: number): void {
    const { postings, at } = this.posting(text, section);
    postings.counts[at] = Math.min((postings.counts[at] ?? 0) + 1, maxCount);
  }

  private mark(text: string, section: number, bit: number): void {
    const { postings, at } = this.posting(text, section);
    postings.marks[at] = (postings.marks[at] ?? 0) | bit;
  }
}

function isContent(term: Term): boolean {
  return !term.isStop && term.role === 'word';
}

function termTexts(terms: Term[]): string[] {
  return terms.flatMap((term) => (term.accented === term.text ? [term.text] : [term.text, term.accented]));
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
