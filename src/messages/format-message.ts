/**
 * A sentence whose form depends on a number: a form for each plural category the language has.
 * `{count}` stands for the number.
 */
export interface PluralMessage {
  one: string;
  other: string;
}

// Making a format takes a thousand times as long as using it: some milliseconds, and a tenth of a second on a phone.
const pluralRules = new Map<string, Intl.PluralRules>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Puts values in the places of a sentence: `fill('Page {page}', { page: 2 })`. A value that is not given stays as it is. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Chooses the form for a number and writes it in: 0 and 1 are singular in French, only 1 in English. */
export function fillPlural(
  locale: string,
  forms: PluralMessage,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, rules);
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { ...values, count: formatNumber(locale, count) });
}

/** Whole numbers below it are written alike in every language the portal speaks. */
const firstGrouped = 1000;

/** Writes a number the way the language does: `3 026` in French, `3,026` in English. */
export function formatNumber(locale: string, value: number): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < firstGrouped;
  return isPlain ? String(value) : new Intl.NumberFormat(locale).format(value);
}

/** Writes a day, `2026-11-22`, in full: `22 novembre 2026`. */
export function formatDay(locale: string, day: string): string {
  const format =
    dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  dayFormats.set(locale, format);
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** Writes a moment with its weekday and hour, in the team's time zone. */
export function formatMoment(locale: string, moment: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return format.format(new Date(moment));
}

/** Name of a language in itself, with a capital: `Français`, `English`. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Writing direction of a locale, for the `dir` attribute. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  const { language } = new Intl.Locale(locale);
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
