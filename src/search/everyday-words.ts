import { analyse } from './analyse.ts';
import { englishLifeWords } from './everyday-english-life.ts';
import { englishDeskWords, englishLightWords, englishShortForms } from './everyday-english.ts';
import { frenchLifeWords } from './everyday-french-life.ts';
import { frenchDeskWords, frenchLightWords, frenchShortForms } from './everyday-french.ts';

/** What people write to a help desk besides the words of its articles. */
export interface EverydayWords {
  /** Groups of words that mean the same. */
  same: string[][];
  /** Groups of words that often mean nearly the same. */
  near: string[][];
  /** Words that say little about the subject. */
  light: string[];
}

function groupsOf(list: string): string[][] {
  const lines = list.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => line.split(',').map((phrase) => phrase.trim()));
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

const byLanguage: Record<string, EverydayWords> = {
  fr: {
    same: groupsOf(frenchShortForms),
    near: groupsOf(frenchDeskWords + frenchLifeWords),
    light: wordsOf(frenchLightWords),
  },
  en: {
    same: groupsOf(englishShortForms),
    near: groupsOf(englishDeskWords + englishLifeWords),
    light: wordsOf(englishLightWords),
  },
};
const none: EverydayWords = { same: [], near: [], light: [] };

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Everyday words of a locale's language; languages without have none. */
export function everydayWords(locale: string): EverydayWords {
  return byLanguage[languageOf(locale)] ?? none;
}

const lightTerms = new Map<string, Set<string>>();

/** Whether a term is an everyday word that says little about the subject. */
export function isLightWord(locale: string, term: string): boolean {
  const language = languageOf(locale);
  let terms = lightTerms.get(language);
  if (!terms) {
    terms = new Set(
      everydayWords(locale).light.flatMap((word) => analyse(locale, word).map(({ text }) => text)),
    );
    lightTerms.set(language, terms);
  }
  return terms.has(term);
}
