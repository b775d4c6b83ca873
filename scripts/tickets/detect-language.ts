import { eld } from 'eld/extrasmall';

/** Tells the language of a ticket that does not say it: the likeliest of those the portal has, else its first one. */
export function createLanguageDetector(locales: string[]): (text: string) => string {
  const [first = 'en'] = locales;
  const byLanguage = new Map(locales.map((locale) => [locale.slice(0, 2), locale]));
  if (byLanguage.size < 2) return () => first;
  return (text) => {
    const scores = Object.entries(eld.detect(text).getScores());
    const likeliest = scores
      .filter(([language]) => byLanguage.has(language))
      .sort(([, one], [, other]) => other - one)[0];
    return (likeliest && byLanguage.get(likeliest[0])) ?? first;
  };
}
