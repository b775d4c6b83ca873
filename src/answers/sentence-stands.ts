import { analyse, type Term } from '../search/analyse.ts';
import { isCommonWord } from './common-words.ts';
import { keepsMeasures } from './keeps-measures.ts';
import { keepsNegation } from './keeps-negation.ts';
import { foldQuote } from './quote-stands.ts';
import type { Passage } from './passage.ts';

/** Share of what a sentence says that its quote, or the titles above it, have to say as well. */
const minShare = 0.5;
/** Of which the quote itself has at least so much. */
const minQuoteShare = 1 / 3;
/** A longer quote supports everything and nothing. */
const maxQuoteChars = 400;
const maxQuoteSentences = 2;
/** Addresses, numbers, codes: what a reader would act upon. */
const particulars =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|fr|eu|dev|app|info|example|xyz|co|ru|cn)\b(?:\/\S*)?|[\p{L}\p{N}_.,:/+-]*\p{N}[\p{L}\p{N}_.,:/+-]*/giu;
const listNumber = /^\s*(?:\(?\d{1,2}[.)]|[-•*])\s+/u;

/**
 * Whether a sentence says what its quote says, as far as words can tell: at least half of its informative words stand in
 * the quote or in the titles above it, all others in the passage or among words of every day, no address, number or code that the passage does not have, and a "not" where the quote
 * has one. Models that are led astray quote one thing and say another; this is what gives them away.
 */
export function sentenceStands(sentence: string, quote: string, passage: Passage): boolean {
  const said = sentence.replace(listNumber, '');
  return (
    isShort(quote, passage.locale) &&
    hasOnlyParticularsOf(said, passage) &&
    keepsMeasures(said, quote) &&
    sentencesOf(said, passage.locale).every((part) => speaksOf(part, quote, passage)) &&
    keepsNegation(said, quote, passage.text)
  );
}

function hasOnlyParticularsOf(sentence: string, { title, sectionTitle, text }: Passage): boolean {
  const known = foldQuote(`${title}\n${sectionTitle}\n${text}`);
  return [...foldQuote(sentence).matchAll(particulars)].every(([found]) =>
    known.includes(found.replace(/[.,:/]+$/u, '')),
  );
}

function speaksOf(sentence: string, quote: string, { locale, title, sectionTitle, text }: Passage): boolean {
  const above = `${title}\n${sectionTitle}`;
  const quoted = wordsOf(locale, `${quote}\n${above}`);
  const known = wordsOf(locale, `${text}\n${above}`);
  const said = analyse(locale, sentence).filter(({ isStop, folded }) => !isStop && folded.length > 2);
  const isIn = (words: Set<string>) => (term: Term) => words.has(term.text) || words.has(term.folded);
  const inQuote = said.filter(isIn(wordsOf(locale, quote))).length;
  if (inQuote === 0 || inQuote < said.length * minQuoteShare) return false;
  if (said.filter(isIn(quoted)).length < said.length * minShare) return false;
  return said.every((term) => isIn(known)(term) || isCommonWord(locale, term.text));
}

function isShort(quote: string, locale: string): boolean {
  return quote.length <= maxQuoteChars && sentencesOf(quote, locale).length <= maxQuoteSentences;
}

function sentencesOf(text: string, locale: string): string[] {
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text.trim())];
  return segments.map(({ segment }) => segment);
}

function wordsOf(locale: string, text: string): Set<string> {
  return new Set(analyse(locale, text).flatMap((term) => [term.text, term.folded]));
}
