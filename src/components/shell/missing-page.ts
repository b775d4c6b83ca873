/** What a reader who met a missing page was looking for. */
export interface MissingPage {
  /** Language to speak: the one the address begins with, else the reader's. */
  locale: string;
  /** Words to search: what the address asks for, else the words of its last name. */
  query: string;
}

/** Reads an address that leads nowhere. `locales` begins with the site's own. */
export function readMissingAddress(address: URL, locales: string[], wanted: readonly string[]): MissingPage {
  const [first = '', ...names] = address.pathname.split('/').filter(Boolean);
  const spoken = wanted.map((language) =>
    locales.find((locale) => locale.split('-')[0] === language.split('-')[0]),
  );
  const locale = locales.includes(first) ? first : (spoken.find(Boolean) ?? locales[0] ?? '');
  const last = names.at(-1) ?? (locales.includes(first) ? '' : first);
  return { locale, query: address.searchParams.get('q')?.trim() || wordsOf(last) };
}

function wordsOf(name: string): string {
  return readable(name)
    .replace(/\.\w+$/, '')
    .replace(/[-_+\s]+/g, ' ')
    .trim();
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
