const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const sampledFiles = 40;
const sampledCharacters = 2_000;

/** How the articles of a folder find their locale. */
export interface LocaleRule {
  /** Locales the folder holds or the owner declares, the default first. */
  locales: string[];
  /** Locale of articles outside the locale folders. */
  defaultLocale: string;
  /** First folder, in lower case -> locale; empty when there are no locale folders. */
  folders: ReadonlyMap<string, string>;
}

/** What the owner declares about locales. */
export interface DeclaredLocales {
  locales?: string[] | undefined;
  defaultLocale?: string | undefined;
}

/**
 * Decides which locale each article has: its first folder when that is a declared locale or, with none declared,
 * when every first folder is a language code; else the declared default; else the language of the texts, which is
 * detected once for all of them.
 */
export async function findLocales(
  sources: readonly { file: string; text: string }[],
  declared: DeclaredLocales,
): Promise<LocaleRule> {
  const files = sources.map(({ file }) => file);
  const folders = localeFolders(files, declared.locales);
  const present = new Set(files.map((file) => folders.get(firstFolder(file))));
  const hasOthers = present.delete(undefined);
  const found = [...present].filter((locale) => locale !== undefined);
  const defaultLocale =
    declared.defaultLocale ??
    declared.locales?.[0] ??
    (hasOthers || found.length === 0
      ? await detectLanguage(sources.map(({ text }) => text))
      : (found.toSorted()[0] ?? 'en'));
  const rest = [...(declared.locales ?? []), ...found.toSorted()];
  return { locales: [...new Set([defaultLocale, ...rest])], defaultLocale, folders };
}

/** The locale of a file, and its path without the locale's folder. */
export function localeOf(file: string, rule: LocaleRule): { locale: string; rest: string } {
  const locale = rule.folders.get(firstFolder(file));
  if (locale === undefined) return { locale: rule.defaultLocale, rest: file };
  return { locale, rest: file.slice(file.indexOf('/') + 1) };
}

function firstFolder(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')).toLowerCase() : '';
}

function localeFolders(
  files: readonly string[],
  declared: string[] | undefined,
): ReadonlyMap<string, string> {
  if (declared !== undefined) return new Map(declared.map((locale) => [locale.toLowerCase(), locale]));
  const names = [...new Set(files.map(firstFolder))];
  const codes = names.map((name): [string, string | undefined] => [name, languageCode(name)]);
  return codes.every((pair): pair is [string, string] => pair[1] !== undefined) ? new Map(codes) : new Map();
}

/** `pt-br` as `pt-BR`; undefined for what is not the code of a language. */
function languageCode(name: string): string | undefined {
  const [, language, region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/.exec(name) ?? [];
  if (language === undefined || languages.of(language) === undefined) return undefined;
  return region === undefined ? language : `${language}-${region.toUpperCase()}`;
}

async function detectLanguage(texts: readonly string[]): Promise<string> {
  const { eld } = await import('eld/extrasmall');
  const step = Math.max(1, Math.floor(texts.length / sampledFiles));
  const sample = texts.filter((_text, index) => index % step === 0).map(withoutFrontMatter);
  const detected = eld.detect(sample.join('\n'));
  return detected.isReliable() ? detected.language : 'en';
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '').slice(0, sampledCharacters);
}
