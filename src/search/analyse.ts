import { foldAccents } from './fold.ts';
import { closeNegations } from './negation.ts';
import { splitToken, tokensOf } from './split-words.ts';
import type { Word } from './split-words.ts';
import { stemmerFor } from './stemmers.ts';
import type { Stemmer } from './stemmers.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text as the index knows it. */
export interface Term {
  /** Stem without accents: what is looked up. */
  text: string;
  /** The stem as it is written, with its accents: what makes `pêche` come before `péché`. Equal to `text` when there is none. */
  accented: string;
  /** The word without accents, not stemmed: what prefixes and corrections work on. */
  folded: string;
  /** The word in lower case. */
  word: string;
  role: Word['role'];
  isStop: boolean;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
}

interface Rules {
  language: string;
  stem: Stemmer;
  /** Terms of the tokens met so far, each as if its token were the whole text. */
  known: Map<string, Term[]>;
}

const maxKnown = 100_000;
const stemmable = /^[\p{L}\p{M}]+$/u;
const rulesByLanguage = new Map<string, Rules>();

function rulesFor(locale: string): Rules {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  let rules = rulesByLanguage.get(language);
  if (!rules) {
    rules = { language, stem: stemmerFor(language), known: new Map() };
    rulesByLanguage.set(language, rules);
  }
  return rules;
}

function toTerm({ text: word, role, start, end }: Word, rules: Rules): Term {
  const text = foldAccents(stemmable.test(word) ? rules.stem(word) || word : word);
  const folded = foldAccents(word);
  const accented =
    folded.length === word.length && folded.startsWith(text) ? word.slice(0, text.length) : text;
  return { text, accented, folded, word, isStop: isStopWord(rules.language, word), role, start, end };
}

function termsOf(token: string, rules: Rules): Term[] {
  let terms = rules.known.get(token);
  if (!terms) {
    if (rules.known.size >= maxKnown) rules.known.clear();
    terms = splitToken(token, rules.language).map((word) => toTerm(word, rules));
    rules.known.set(token, terms);
  }
  return terms;
}

/**
 * The one function that turns text into terms, for articles and queries, on the server and in the browser.
 *
 * Words come in the order of the text; the whole of a code or compound follows its parts. Stop words are marked, not
 * dropped. The locale decides (`fr-CA` follows `fr`); languages without rules get folded words.
 */
export function analyse(locale: string, source: string): Term[] {
  const rules = rulesFor(locale);
  const terms: Term[] = [];
  for (const match of tokensOf(source)) {
    const at = match.index;
    for (const { text, accented, folded, word, isStop, role, start, end } of termsOf(match[0], rules))
      terms.push({ text, accented, folded, word, isStop, role, start: at + start, end: at + end });
  }
  return rules.language === 'fr' ? closeNegations(terms, source) : terms;
}
