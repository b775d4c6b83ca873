import type { Article } from '../articles/article.ts';
import { isPublished } from '../articles/is-published.ts';
import { ByteWriter } from './byte-writer.ts';
import { TermCollector } from './collect-terms.ts';
import type { Gathered, GatheredPostings } from './collect-terms.ts';
import { formatVersion, magic, partKinds } from './index-format.ts';
import type { IndexHeader, PartEntry, PartKind } from './index-format.ts';
import { writeLexiconPart } from './lexicon.ts';
import type { LexiconWord } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { gramLeadChars, gramsOf, packGrams } from './grams.ts';
import { informationOf } from './query-unit.ts';
import { writeShelf } from './shelf.ts';
import type { ShelfEntry } from './shelf.ts';
import type { StoredArticle } from './stored-article.ts';
import type { Synonyms } from './synonyms.ts';
import { termRulesFingerprint } from './term-rules.ts';
import { writeTermPart } from './term-table.ts';
import type { TermPostings } from './term-table.ts';
import { codeTexts, packWordList } from './text-coding.ts';
import { packTexts, sectionToText, writeNamesPart } from './text-parts.ts';

/**
 * Size a part is closed at, in bytes: a browser fetches a whole part for one word, article or section, so they are as
 * small as compression and the number of files allow.
 */
const partBytes = { lexicon: 4_000, postings: 6_000, names: 1_500, texts: 8_000 };

interface Part extends PartEntry {
  content: Uint8Array;
}

/** What is written one after the other into parts: its sort key, its number, a guess of its size. */
interface Chunking<Item> {
  /** Bytes a part is closed at. */
  limit: number;
  first: (item: Item) => string;
  size: (item: Item) => number;
  write: (writer: ByteWriter, items: Item[]) => void;
}

function cutIntoParts<Item>(items: Item[], { limit, first, size, write }: Chunking<Item>): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let bytes = 0;
  items.forEach((item, position) => {
    bytes += size(item);
    if (bytes < limit && position < items.length - 1) return;
    const writer = new ByteWriter();
    const chunk = items.slice(start, position + 1);
    write(writer, chunk);
    const content = writer.finish();
    parts.push({ content, bytes: content.length, first: first(chunk[0] ?? item), start });
    start = position + 1;
    bytes = 0;
  });
  return parts.length > 0 ? parts : [{ content: new Uint8Array(), bytes: 0, first: '', start: 0 }];
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Accented stems decide only where one stem stands for several; elsewhere they would double the postings. */
function isUseful(text: string, gathered: Gathered, plainOf: Map<string, string>): boolean {
  const plain = plainOf.get(text);
  return plain === undefined || (gathered.accented.get(plain)?.size ?? 0) > 1;
}

function packed(gathered: GatheredPostings): Postings {
  return {
    sections: Uint32Array.from(gathered.sections),
    counts: Uint8Array.from(gathered.counts),
    marks: Uint8Array.from(gathered.marks),
  };
}

function sortedTerms(gathered: Gathered): TermPostings[] {
  const plainOf = new Map<string, string>();
  for (const [plain, variants] of gathered.accented) {
    for (const variant of variants) if (variant !== plain) plainOf.set(variant, plain);
  }
  return [...gathered.postings]
    .filter(([text]) => isUseful(text, gathered, plainOf))
    .sort(([one], [other]) => byText(one, other))
    .map(([text, postings]) => ({ text, postings: packed(postings) }));
}

function commonest(written: Map<string, number>): string {
  return [...written].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function sortedWords(gathered: Gathered, terms: TermPostings[]): LexiconWord[] {
  const numbers = new Map(terms.map(({ text }, number) => [text, number]));
  return [...gathered.words]
    .sort(([one], [other]) => byText(one, other))
    .map(([folded, word]) => ({
      folded,
      written: commonest(word.written),
      terms: [...word.terms].map((text) => numbers.get(text) ?? -1).sort((one, other) => one - other),
    }));
}

/** Number of articles each term occurs in. */
function articleCounts(gathered: Gathered): (text: string) => number {
  const articleOf = gathered.lengths.sectionCounts.flatMap((count, article) =>
    Array<number>(count).fill(article),
  );
  const known = new Map<string, number>();
  const count = (text: string): number => {
    const sections = gathered.postings.get(text)?.sections ?? [];
    // Sections of an article stand together.
    return sections.filter((section, at) => articleOf[section] !== articleOf[sections[at - 1] ?? -1]).length;
  };
  return (text) => {
    const counted = known.get(text) ?? count(text);
    known.set(text, counted);
    return counted;
  };
}

function shelfEntries(articles: Article[], gathered: Gathered): ShelfEntry[] {
  const { sections, titles, sectionCounts, titleTerms } = gathered.lengths;
  const countOf = articleCounts(gathered);
  const informationOfTerm = (text: string) => informationOf(countOf(text), articles.length);
  let first = 0;
  return articles.map((article, number): ShelfEntry => ({
    sectionLengths: sections.slice(first, (first += sectionCounts[number] ?? 0)),
    titleLength: titles[number] ?? 0,
    titleInformation: (titleTerms[number] ?? []).reduce((sum, text) => sum + informationOfTerm(text), 0),
    product: article.product ?? '',
    audience: article.audience ?? '',
    category: article.category.join('/'),
    reviewBy: article.reviewBy ?? '',
  }));
}

function shelfPart(articles: Article[], gathered: Gathered): Part {
  const writer = new ByteWriter();
  writeShelf(writer, shelfEntries(articles, gathered));
  return onePart(writer.finish());
}

function onePart(content: Uint8Array): Part {
  return { content, bytes: content.length, first: '', start: 0 };
}

function leadOf({ title, sections }: StoredArticle): string {
  let lead = title;
  for (const { pieces } of sections) {
    for (const { text } of pieces) {
      lead += ` ${text}`;
      if (lead.length > gramLeadChars) return lead.slice(0, gramLeadChars);
    }
  }
  return lead;
}

function assemble(header: IndexHeader, parts: Record<PartKind, Part[]>): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const writer = new ByteWriter();
  writer.bytes(magic);
  writer.number(head.length);
  writer.bytes(head);
  for (const kind of partKinds) for (const part of parts[kind]) writer.bytes(part.content);
  return writer.finish();
}

/**
 * Builds the index of one locale as a file of its own: everything a search, a snippet and a passage need.
 *
 * Articles that are drafts or archived, or of another locale, stay out. The same articles give the same bytes.
 */
export function buildIndex(
  locale: string,
  articles: Article[],
  options: { synonyms?: Synonyms } = {},
): Uint8Array {
  const shown = articles
    .filter((article) => article.locale === locale && isPublished(article))
    .sort((one, other) => byText(one.id, other.id));
  const collector = new TermCollector(locale);
  for (const article of shown) collector.add(article);
  const gathered = collector.finish();
  const terms = sortedTerms(gathered);
  const parts: Record<PartKind, Part[]> = {
    core: [shelfPart(shown, gathered)],
    lexicon: cutIntoParts(sortedWords(gathered, terms), {
      limit: partBytes.lexicon,
      first: (word) => word.folded,
      size: (word) => word.folded.length / 2 + 4,
      write: writeLexiconPart,
    }),
    postings: cutIntoParts(terms, {
      limit: partBytes.postings,
      first: (term) => term.text,
      size: (term) => term.text.length / 2 + 3 + term.postings.sections.length * 2,
      write: writeTermPart,
    }),
    names: cutIntoParts(gathered.articles, {
      limit: partBytes.names,
      first: () => '',
      size: (article) => article.id.length + article.title.length + 2,
      write: writeNamesPart,
    }),
    ...textParts(gathered.articles),
    titleGrams: [onePart(packGrams(gathered.articles.map((article) => gramsOf(article.title))))],
    leadGrams: [onePart(packGrams(gathered.articles.map((article) => gramsOf(leadOf(article)))))],
  };
  const header: IndexHeader = {
    format: formatVersion,
    locale,
    termRules: termRulesFingerprint(locale),
    articleCount: shown.length,
    sectionCount: gathered.lengths.sections.length,
    termCount: terms.length,
    parts: mapParts(parts),
    synonyms: options.synonyms ?? { groups: [], rules: [] },
  };
  return assemble(header, parts);
}

function textParts(articles: StoredArticle[]): { texts: Part[]; wordList: Part[] } {
  const texts = articles.flatMap(({ title, sections }) =>
    sections.map((section) => sectionToText(section, title)),
  );
  const { words, coded } = codeTexts(texts);
  return {
    texts: cutIntoParts(coded, {
      limit: partBytes.texts,
      first: () => '',
      size: (section) => section.length * 3,
      write: (writer, sections) => {
        writer.bytes(packTexts(sections, 'coded'));
      },
    }),
    wordList: [onePart(packWordList(words))],
  };
}

function mapParts(parts: Record<PartKind, Part[]>): IndexHeader['parts'] {
  const entries = partKinds.map((kind) => [
    kind,
    parts[kind].map(({ bytes, first, start }) => ({ bytes, first, start })),
  ]);
  return Object.fromEntries(entries) as IndexHeader['parts'];
}
