import { describe, expect, it } from 'vitest';
import { english } from '../../src/messages/en.ts';
import {
  fill,
  fillPlural,
  formatDay,
  formatMoment,
  formatNumber,
  languageName,
  textDirection,
} from '../../src/messages/format-message.ts';
import { french } from '../../src/messages/fr.ts';
import { messagesFor } from '../../src/messages/messages.ts';

/** Every sentence by its path: `article.vote.yes`. */
function sentences(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value as object, `${path}${key}.`),
  );
}

const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const inFrench = sentences(french);
const inEnglish = new Map(sentences(english));

describe('the two languages', () => {
  it('say the same things', () => {
    expect(inFrench.map(([path]) => path)).toEqual([...inEnglish.keys()]);
  });

  it.each(inFrench)('leave the same places for values in %s', (path, sentence) => {
    expect(places(sentence)).toEqual(places(inEnglish.get(path) ?? ''));
  });
});

describe('French typography', () => {
  const broken = (rule: RegExp): string[] =>
    inFrench.map(([, sentence]) => sentence).filter((one) => rule.test(one));

  it('has a narrow no-break space before ; : ! ? and inside « »', () => {
    expect(broken(/[^\u202f][;:!?»]/)).toEqual([]);
    expect(broken(/«[^\u202f]/)).toEqual([]);
    expect(broken(/\u202f[^;:!?»{]/)).toEqual([]);
  });

  it('has its own apostrophe, quotation marks and ellipsis', () => {
    expect(broken(/['"“”]|\.\.\./)).toEqual([]);
  });

  it('has accents on capitals', () => {
    expect(broken(/(^|\s)(A propos|Ecri|Etat|Evit|Etre)/)).toEqual([]);
  });
});

describe('English typography', () => {
  it('has curly quotes and apostrophes, and no space before punctuation', () => {
    const broken = [...inEnglish.values()].filter((one) => /['"]|\.\.\.|\s[;:!?]|\u202f/.test(one));
    expect(broken).toEqual([]);
  });
});

describe('a language', () => {
  it('stands in for its variants, and English for those that are missing', () => {
    expect(messagesFor('fr-CA')).toBe(french);
    expect(messagesFor('fr')).toBe(french);
    expect(messagesFor('de')).toBe(english);
    expect(messagesFor('de').locale).toBe('en');
  });

  it('names itself', () => {
    expect(['fr', 'en', 'pt-BR'].map(languageName)).toEqual(['Français', 'English', 'Português (Brasil)']);
  });

  it('is written in its own direction', () => {
    expect(['fr', 'ar', 'he-IL', 'ur'].map(textDirection)).toEqual(['ltr', 'rtl', 'rtl', 'rtl']);
  });
});

describe('values in a sentence', () => {
  it('take their place, and a value that looks like a place is left alone', () => {
    expect(fill('« {query} » : {count}', { query: '{count}', count: 2 })).toBe('« {count} » : 2');
    expect(fill('{missing}', {})).toBe('{missing}');
  });

  it('agree in number the way each language does', () => {
    const { found } = french.search;
    expect([0, 1, 2].map((count) => fillPlural('fr', found, count))).toEqual([
      '0 résultat',
      '1 résultat',
      '2 résultats',
    ]);
    expect([0, 1, 2].map((count) => fillPlural('en', english.search.found, count))).toEqual([
      '0 results',
      '1 result',
      '2 results',
    ]);
  });

  it('are written the way each language does', () => {
    expect(formatNumber('fr', 3026)).toBe('3\u202f026');
    expect(formatDay('fr', '2026-11-22')).toBe('22 novembre 2026');
    expect(formatDay('en', '2026-11-22')).toBe('November 22, 2026');
    const moment = formatMoment('fr', '2026-11-24T10:00:00Z', 'Europe/Paris');
    expect(moment).toMatch(/^mardi 24 novembre 2026 (à|,) ?11:00$/);
  });
});
