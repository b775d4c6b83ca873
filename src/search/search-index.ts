import { GramTable } from './grams.ts';
import { partOfNumber } from './index-format.ts';
import type { IndexHeader, PartSource } from './index-format.ts';
import { Lexicon } from './lexicon.ts';
import { readShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import type { ArticleName, StoredSection } from './stored-article.ts';
import type { Synonyms } from './synonyms.ts';
import { TermTable } from './term-table.ts';
import { TextDecoding } from './text-coding.ts';
import { readNamesPart, textToSection, TextsPart } from './text-parts.ts';

/** How much of a section snippets and passages are chosen from. */
const shownChars = 8000;

/** The index of one locale, ready to be searched. `loadIndex` and `openRemoteIndex` make one. */
export class SearchIndex {
  readonly locale: string;
  readonly articleCount: number;
  readonly sectionCount: number;
  readonly synonyms: Synonyms;
  readonly lexicon: Lexicon;
  readonly terms: TermTable;
  private readonly header: IndexHeader;
  private readonly source: PartSource;
  private readonly names: (ArticleName[] | undefined)[] = [];
  private readonly texts: (TextsPart | undefined)[] = [];
  private decoding: TextDecoding | undefined;
  private gramTables: { titles: GramTable; leads: GramTable } | undefined;
  private readingShelf: Shelf | undefined;
  private numbers: Map<string, number> | undefined;

  constructor(header: IndexHeader, source: PartSource) {
    this.header = header;
    this.source = source;
    this.locale = header.locale;
    this.articleCount = header.articleCount;
    this.sectionCount = header.sectionCount;
    this.synonyms = header.synonyms;
    this.lexicon = new Lexicon(source, header.parts.lexicon);
    this.terms = new TermTable(source, header.parts.postings);
  }

  /** Grams of titles and of the beginnings of articles, read when first asked for; not in the browser. */
  get grams(): { titles: GramTable; leads: GramTable } {
    return (this.gramTables ??= {
      titles: new GramTable(this.source.read('titleGrams', 0), this.articleCount),
      leads: new GramTable(this.source.read('leadGrams', 0), this.articleCount),
    });
  }

  /** Lengths and attributes of all articles and sections, read when first asked for. */
  get shelf(): Shelf {
    return (this.readingShelf ??= readShelf(this.source.read('core', 0)));
  }

  /** Makes sure that a query of these words and terms can be understood, and the articles that hold them be weighed. */
  requireWords(folded: string[], texts: string[]): void {
    this.source.require(
      { kind: 'core', parts: [0] },
      this.lexicon.partsOf(folded),
      this.terms.partsOf([], texts),
    );
  }

  /** Makes sure that these articles can be named and these sections read. */
  requireShown(found: { article: number; section: number }[]): void {
    const { names, texts } = this.header.parts;
    this.source.require(
      { kind: 'names', parts: found.map(({ article }) => partOfNumber(names, article)) },
      { kind: 'texts', parts: found.map(({ section }) => partOfNumber(texts, section)) },
    );
  }

  /** Id and title of an article, by its number. */
  name(article: number): ArticleName {
    const { names } = this.header.parts;
    const part = partOfNumber(names, article);
    const known = (this.names[part] ??= readNamesPart(this.source.read('names', part)));
    return inPart(known, article, names[part]?.start);
  }

  /** Number of an article, by its id. */
  numberOf(articleId: string): number | undefined {
    if (!this.numbers) {
      const articles = [...Array(this.articleCount).keys()];
      this.numbers = new Map(articles.map((article) => [this.name(article).id, article]));
    }
    return this.numbers.get(articleId);
  }

  /** A section by its number, as far as `shownChars` goes. */
  section(section: number): StoredSection {
    const { texts } = this.header.parts;
    const number = partOfNumber(texts, section);
    const part = (this.texts[number] ??= new TextsPart(this.source.read('texts', number)));
    const bytes = part.section(section - (texts[number]?.start ?? 0));
    const text =
      part.form === 'coded'
        ? this.coding.decode(bytes, shownChars)
        : new TextDecoder().decode(bytes).slice(0, shownChars);
    return textToSection(text, this.name(this.shelf.articleOf[section] ?? 0).title);
  }

  private get coding(): TextDecoding {
    return (this.decoding ??= new TextDecoding(this.source.read('wordList', 0)));
  }
}

function inPart<Item>(items: Item[], number: number, start = 0): Item {
  const item = items[number - start];
  if (!item)
    throw new RangeError(`The search index is damaged: it has no number ${number}. Build the index again.`);
  return item;
}
