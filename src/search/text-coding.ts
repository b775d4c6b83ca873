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

function symbolsOf(text: string): string[] {
  return text.match(symbol) ?? [];
}

/** The words and separators of all texts that occur more than once, most frequent first. */
export function wordListOf(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const found of symbolsOf(text)) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  counts.delete(' ');
  for (const found of counts.keys()) if (found.includes(delimiter)) counts.delete(found);
  const repeated = [...counts].filter(([, count]) => count > 1);
  repeated.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return repeated.map(([word]) => word);
}

/** Writes the list as bytes. */
export function packWordList(words: string[]): Uint8Array {
  return new TextEncoder().encode(words.join(delimiter));
}

/** Codes texts with one list of words. */
export class TextEncoding {
  private readonly numbers: Map<string, number>;

  constructor(words: string[]) {
    this.numbers = new Map(words.map((word, position) => [word, position + 1]));
  }

  encode(text: string): Uint8Array {
    const writer = new ByteWriter();
    const symbols = symbolsOf(text);
    symbols.forEach((found, position) => {
      if (found === ' ' && position > 0 && position < symbols.length - 1) return;
      const number = this.numbers.get(found) ?? 0;
      writer.number(number);
      if (number === 0) writer.text(found);
    });
    return writer.finish();
  }
}

/** Reads texts that `TextEncoding` wrote, with the same list. */
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
