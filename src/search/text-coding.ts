import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/**
 * Texts as numbers of words: small enough to keep in memory, and any section can be read alone.
 *
 * A text is cut into words and what stands between them. Each gets a number, the most frequent the smallest, and one
 * space between two words is not written at all. What occurs once in all texts is spelt out after the number 0. (After
 * the spaceless words of de Moura, Navarro, Ziviani and Baeza-Yates, 2000.)
 */
const symbol = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu;
const startsWithWord = /^[\p{L}\p{N}]/u;
const delimiter = '\ue000';

/** Texts as bytes, and the list of words they are coded with. */
export interface CodedTexts {
  words: string[];
  /** In the order of the texts. */
  coded: Uint8Array[];
}

/** Codes texts with the words and separators that occur more than once in all of them, the most frequent first. */
export function codeTexts(texts: readonly string[]): CodedTexts {
  const symbols = new SymbolList();
  const cut = texts.map((text) => symbols.cut(text));
  const words = symbols.repeated();
  const numbers = new Map(words.map((word, position) => [word, position + 1]));
  const numberOf = Uint32Array.from(symbols.texts, (text) => numbers.get(text) ?? 0);
  const space = symbols.idOf(' ');
  const coded = cut.map((ids) => {
    const writer = new ByteWriter();
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0;
      if (id === space && at > 0 && at < ids.length - 1) continue;
      const number = numberOf[id] ?? 0;
      writer.number(number);
      if (number === 0) writer.text(symbols.texts[id] ?? '');
    }
    return writer.finish();
  });
  return { words, coded };
}

/** Every word and separator that was met, by number, and how often. */
class SymbolList {
  readonly texts: string[] = [];
  private readonly counts: number[] = [];
  private readonly ids = new Map<string, number>();

  /** The numbers of the words and separators of a text. */
  cut(text: string): Uint32Array {
    const found = text.match(symbol) ?? [];
    const ids = new Uint32Array(found.length);
    // Several million words: a plain loop is four times as fast as an iterator.
    for (let at = 0; at < found.length; at++) ids[at] = this.idOf(found[at] ?? '');
    return ids;
  }

  idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.ids.set(text, id);
      this.texts.push(text);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }

  repeated(): string[] {
    const repeated = [...this.texts.keys()].filter((id) => this.isListed(id));
    const countOf = (id: number): number => this.counts[id] ?? 0;
    const textOf = (id: number): string => this.texts[id] ?? '';
    repeated.sort((one, other) => countOf(other) - countOf(one) || (textOf(one) < textOf(other) ? -1 : 1));
    return repeated.map(textOf);
  }

  private isListed(id: number): boolean {
    const text = this.texts[id] ?? '';
    return (this.counts[id] ?? 0) > 1 && text !== ' ' && !text.includes(delimiter);
  }
}

/** Writes the list as bytes. */
export function packWordList(words: string[]): Uint8Array {
  return new TextEncoder().encode(words.join(delimiter));
}

/** Reads texts that `codeTexts` wrote, with the same list. */
export class TextDecoding {
  private readonly words: string[];
  private readonly areWords: Uint8Array;

  constructor(packed: Uint8Array) {
    this.words = ['', ...new TextDecoder().decode(packed).split(delimiter)];
    this.areWords = Uint8Array.from(this.words, (word) => (startsWithWord.test(word) ? 1 : 0));
  }

  /** The text, or its beginning: reading stops at the first word beyond `maxChars`. */
  decode(bytes: Uint8Array, maxChars = Infinity): string {
    const reader = new ByteReader(bytes);
    let text = '';
    let afterWord = false;
    while (!reader.done && text.length <= maxChars) {
      const number = reader.number();
      const found = number === 0 ? reader.text() : (this.words[number] ?? '');
      const isWord = number === 0 ? startsWithWord.test(found) : this.areWords[number] === 1;
      text += isWord && afterWord ? ` ${found}` : found;
      afterWord = isWord;
    }
    return text;
  }
}
