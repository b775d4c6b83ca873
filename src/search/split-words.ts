import { foldAccents, lowerCase } from './fold.ts';

/** A stretch of text that is looked up as one thing. */
export interface Word {
  /** Lower case, accents kept. */
  text: string;
  /**
   * `word`: an ordinary word or a part of something longer; `whole`: a code, path, file name, version or compound taken
   * with everything in it, in addition to its parts.
   */
  role: 'word' | 'whole';
  /** Where it stands in the token, in UTF-16 units. */
  start: number;
  end: number;
}

const joiners = `['’ʼ‘\`´.\\-‐‑_/\\\\:@+#&·•]`;
const token = new RegExp(
  `[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}]|${joiners}{1,3}(?=[\\p{L}\\p{N}]))*[+#]{0,2}`,
  'gu',
);
const piece = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[+#]{1,2}(?![\p{L}\p{N}]))?/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const simple = /^[\p{L}\p{M}]+$|^\p{N}+$/u;
const apostrophe = /['’ʼ‘`´]/;
const apostrophesOnly = /^[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`´][\p{L}\p{M}\p{N}]+)+$/u;
const hyphensOnly = /^[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)+$/u;
const maxWholeLength = 48;

/** What stands before an apostrophe and is a word of its own, cut off, per language. */
const elisions: Record<string, Set<string>> = {
  fr: new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu'.split(' ')),
  it: new Set('l d c un all dall dell nell sull coll quell quest bell sant anch com dov'.split(' ')),
};
/** Words whose apostrophe belongs to them. */
const keptWhole = new Set(["aujourd'hui", "prud'homme", "prud'hommes", "prud'homal", "d'abord", "d'accord"]);
const frenchEnclitics = new Set(
  'je tu il elle on nous vous ils elles ce moi toi le la les lui leur y en ci là'.split(' '),
);
const englishTail = /^(?:s|t|re|ve|ll|d|m)$/;

function pieceOf(text: string, role: Word['role'], start: number, end: number): Word {
  return { text: lowerCase(text), role, start, end };
}

function splitUnspaced(text: string, language: string): Word[] {
  const segments = new Intl.Segmenter(/^[a-z]{2,3}$/.test(language) ? language : 'en', {
    granularity: 'word',
  }).segment(text);
  return [...segments]
    .filter((segment) => segment.isWordLike)
    .map(({ segment, index }) => pieceOf(segment, 'word', index, index + segment.length));
}

function splitParts(text: string): Word[] {
  return [...text.matchAll(piece)].map((match) =>
    pieceOf(match[0], 'word', match.index, match.index + match[0].length),
  );
}

function splitApostrophes(text: string, language: string): Word[] {
  const even = lowerCase(text).replace(/[’ʼ‘`´]/g, "'");
  const whole = even.replaceAll("'", '');
  if (keptWhole.has(even)) return [{ text: whole, role: 'word', start: 0, end: text.length }];
  const parts = splitParts(text);
  if (language === 'en') {
    const stem = parts.filter((part, position) => position === 0 || !englishTail.test(part.text));
    return stem.length === parts.length ? [...stem, pieceOf(whole, 'whole', 0, text.length)] : stem;
  }
  const kept = parts.filter(
    (part, position) => position === parts.length - 1 || !elisions[language]?.has(foldAccents(part.text)),
  );
  return kept.length === 1 || !elisions[language] ? kept : [...kept, pieceOf(whole, 'whole', 0, text.length)];
}

/**
 * Cuts a token into words, whatever it holds.
 *
 * Elisions lose their head (`l'index` -> `index`), codes and compounds are given whole as well as in parts
 * (`config.php` -> `config`, `php`, `config.php`; `e-mail` -> `e`, `mail`, `email`), scripts without spaces are cut by
 * the platform's segmenter. The language is a bare code such as `fr`.
 */
export function splitToken(text: string, language: string): Word[] {
  if (unspaced.test(text)) return splitUnspaced(text, language);
  if (simple.test(text)) return [pieceOf(text, 'word', 0, text.length)];
  if (apostrophesOnly.test(text)) return splitApostrophes(text, language);
  const cut = cutElision(text, language);
  if (cut > 0) return shift(splitToken(text.slice(cut), language), cut);
  const parts = splitParts(text);
  if (text.length > maxWholeLength || parts.length < 2) return parts;
  if (isInversion(parts, language)) return parts;
  const whole = hyphensOnly.test(text) ? text.replace(/[-‐‑]/g, '') : text.replace(/[’ʼ‘`´]/g, "'");
  return [...parts, pieceOf(whole, 'whole', 0, text.length)];
}

/** `dois-je`, `y a-t-il`, `celui-ci`: a verb and its pronoun, no compound. */
function isInversion(parts: Word[], language: string): boolean {
  return language === 'fr' && frenchEnclitics.has(parts.at(-1)?.text ?? '') && parts[0]?.text !== 'rendez';
}

/** Length of a leading elision in something longer (`l’e-mail`, `d'index.php`), apostrophe included; 0 for none. */
function cutElision(text: string, language: string): number {
  const at = text.search(apostrophe);
  return at > 0 && elisions[language]?.has(foldAccents(lowerCase(text.slice(0, at)))) ? at + 1 : 0;
}

function shift(pieces: Word[], by: number): Word[] {
  return pieces.map((part) => ({ ...part, start: part.start + by, end: part.end + by }));
}

/** The stretches of a text that hold words, each to be cut by `splitToken`. */
export function tokensOf(text: string): RegExpStringIterator<RegExpExecArray> {
  return text.matchAll(token);
}
