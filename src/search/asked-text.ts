import { analyse } from './analyse.ts';
import { gramsOf } from './grams.ts';

/** What a message is compared by, as hashes that depend on the locale: nothing can be read back from them. */
export interface AskedText {
  /** Its words and pairs of neighbours, each once; stop words too, which tell short messages apart. */
  words: Uint32Array;
  /** The same, and its character grams. */
  traits: Uint32Array;
}

const maxWords = 120;
const maxGramChars = 400;

/** A 32-bit hash of a text (FNV-1a, with the last steps of MurmurHash3 to spread it), continued from `seed`. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Spreads a 32-bit number over all its bits. */
export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Reads a message, or what an article says of itself, for comparing it with others of its locale. */
export function readAskedText(locale: string, text: string): AskedText {
  const seed = hashOf(locale);
  const words = analyse(locale, text)
    .flatMap((term) => (term.role === 'word' ? [hashOf(term.text, seed)] : []))
    .slice(0, maxWords);
  const distinct = new Set(words);
  for (let at = 1; at < words.length; at++) distinct.add(mix((words[at - 1] ?? 0) + mix(words[at] ?? 0)));
  const grams = Array.from(gramsOf(text.slice(0, maxGramChars)), (gram) => mix(seed ^ (gram + 1)));
  return { words: Uint32Array.from(distinct), traits: Uint32Array.from([...distinct, ...grams]) };
}
