/**
 * The locale to greet a reader in, by the browser's `Accept-Language`: the first wanted language the site has, in the
 * same variant or another, else the site's own.
 */
export function bestLocale(acceptLanguage: string, locales: string[], defaultLocale: string): string {
  for (const wanted of wantedLanguages(acceptLanguage)) {
    const exact = locales.find((locale) => locale.toLowerCase() === wanted);
    const related = locales.find((locale) => baseOf(locale) === baseOf(wanted));
    const found = exact ?? related;
    if (found) return found;
  }
  return defaultLocale;
}

function wantedLanguages(acceptLanguage: string): string[] {
  const ranges = acceptLanguage.split(',').map((range) => {
    const [language = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { language, quality: Number(quality) };
  });
  const wanted = ranges.filter(({ language, quality }) => language !== '' && quality > 0);
  return wanted.toSorted((a, b) => b.quality - a.quality).map(({ language }) => language);
}

function baseOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}
