import type { DeskLanguage } from './desk-language.ts';

/** What is shown where there is nothing to measure: not the same as 0. */
export const nothing = '–';

/** Codes of other help desks, such as `fr_FR`, would make the formatter throw: they are shown as they are. */
const languageCode = /^[a-z]{2,3}(-[a-z\d]{2,8})?$/i;

/** Writes figures the way the language does; `null` becomes –. */
export interface Figures {
  /** A count, or a mean with at most one decimal. */
  number: (value: number | null) => string;
  /** A share of 1 as per cent, with a decimal below 10 %. */
  share: (value: number | null) => string;
  /** A change as per cent with its sign. */
  change: (value: number) => string;
  /** A difference of two shares in percentage points, with its sign. */
  points: (value: number) => string;
  /** A ratio as n:1. */
  ratio: (value: number | null) => string;
  /** A day from `YYYY-MM-DD`, or the day of an instant in the site's time zone. */
  day: (value: string | null) => string;
  /** An instant to the minute, in the site's time zone. */
  moment: (value: string | null) => string;
  /** A language by its code, in words. */
  language: (code: string) => string;
}

/** The figures of a language; instants are told in `timeZone`. */
export function figuresFor(language: DeskLanguage, timeZone: string): Figures {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const coarse = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const changes = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' });
  const unlessNull = <Value>(write: (value: Value) => string) => {
    return (value: Value | null): string => (value === null ? nothing : write(value));
  };
  return {
    number: unlessNull((value: number) => withMinus(numbers.format(value))),
    share: unlessNull((value: number) => (value < 0.1 ? fine : coarse).format(value)),
    change: (value) => withMinus(changes.format(value)),
    points: (value) => withMinus(points.format(value * 100)),
    ratio: unlessNull((value: number) => `${numbers.format(value)}:1`),
    day: unlessNull((value: string) => (value.length === 10 ? calendar : days).format(new Date(value))),
    moment: unlessNull((value: string) => moments.format(new Date(value))),
    language: (code) => (languageCode.test(code) ? (languages.of(code) ?? code) : code),
  };
}

/** The sign that is as wide as a plus, instead of the hyphen. */
function withMinus(written: string): string {
  return written.replace(/^-/, '\u2212');
}
