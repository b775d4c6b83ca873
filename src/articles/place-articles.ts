import { addressOf } from './address.ts';
import type { Finding } from './article.ts';
import { localeOf, type LocaleRule } from './find-locales.ts';
import { humanise } from './render/humanise.ts';

/** Where an article stands on the shelf, told by its file's path alone. */
export interface Place {
  /** `<locale>/<path>`. */
  id: string;
  locale: string;
  path: string;
  /** Folder names in address form, from the outermost in. */
  category: string[];
  /** The file's or, for an index file, its folder's name as a title. */
  name: string;
}

const indexNames = new Set(['index', 'readme']);

/**
 * Gives every file its address. `index.md` and `README.md` have the address of their folder. Of two files with one
 * address the second is left out, with a finding.
 */
export function placeArticles<Source extends { file: string }>(
  sources: readonly Source[],
  rule: LocaleRule,
  findings: Finding[],
): (Source & { place: Place })[] {
  const owners = new Map<string, string>();
  const placed: (Source & { place: Place })[] = [];
  for (const source of sources) {
    const place = placeOf(source.file, rule);
    const owner = owners.get(place.id);
    if (owner === undefined) {
      owners.set(place.id, source.file);
      placed.push({ ...source, place });
    } else {
      const message = `This file has the same address as ${owner} (${place.id}) and is left out: rename one of them.`;
      findings.push({ severity: 'error', file: source.file, line: 1, message });
    }
  }
  return placed;
}

/** The path of a Markdown file without its extension. */
export function withoutExtension(file: string): string {
  return file.replace(/\.(md|markdown)$/i, '');
}

function placeOf(file: string, rule: LocaleRule): Place {
  const { locale, rest } = localeOf(file, rule);
  const names = withoutExtension(rest).split('/');
  const folders = names.slice(0, -1);
  const isIndex = folders.length > 0 && indexNames.has((names.at(-1) ?? '').toLowerCase());
  const path = addressOf(isIndex ? folders : names);
  const category = folders.length === 0 ? [] : addressOf(folders).split('/');
  return {
    id: `${locale}/${path}`,
    locale,
    path,
    category,
    name: humanise((isIndex ? folders : names).at(-1) ?? ''),
  };
}
