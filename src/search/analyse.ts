import { foldAccents } from './fold.ts';
import { closeNegations } from './negation.ts';
import { splitWords } from './split-words.ts';
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

/** The part of a term that does not depend on its place. */
type Form = Omit<Term, 'role' | 'start' | 'end'>;

interface Rules {
  language: string;
  stem: Stemmer;
  forms: Map<string, Form>;
}

const maxForms = 100_000;
const stemmable = /^[\p{L}\p{M}]+$/u;
const rulesByLanguage = new Map<string, Rules>();

function rulesFor(locale: string): Rules {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  let rules = rulesByLanguage.get(language);
  if (!rules) {
    rules = { language, stem: stemmerFor(language), forms: new Map() };
    rulesByLanguage.set(language, rules);
  }
  return rules;
}

function formOf(word: string, rules: Rules): Form {
  let form = rules.forms.get(word);
  if (!form) {
    if (rules.forms.size >= maxForms) rules.forms.clear();
    const text = foldAccents(stemmable.test(word) ? rules.stem(word) || word : word);
    const folded = foldAccents(word);
    const accented =
      folded.length === word.length && folded.startsWith(text) ? word.slice(0, text.length) : text;
    form = { text, accented, folded, word, isStop: isStopWord(rules.language, word) };
    rules.forms.set(word, form);
  }
  return form;
}

/**
 * The one function that turns text into terms, for articles and queries, on the server and in the browser.
 *
 * Words come in the order of the text; the whole of a code or compound follows its parts. Stop words are marked, not
 * dropped. The locale decides (`fr-CA` follows `fr`); languages without rules get folded words.
 */
export function analyse(locale: string, source: string): Term[] {
  const rules = rulesFor(locale);
  const terms = splitWords(source, rules.language).map((word): Term => {
    const form = formOf(word.text, rules);
    const { text, accented, folded, isStop } = form;
    return {
      text,
      accented,
      folded,
      word: form.word,
      isStop,
      role: word.role,
      start: word.start,
      end: word.end,
    };
  });
  return rules.language === 'fr' ? closeNegations(terms, source) : terms;
}
