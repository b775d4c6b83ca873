import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { addressOf } from './address.ts';
import type { Finding } from './article.ts';
import { localeOf, type LocaleRule } from './find-locales.ts';
import { humanise } from './render/humanise.ts';

/** Drawings a category may have, from `_category.yaml`. */
export const categoryIcons = [
  ...(['account', 'box', 'calendar', 'card', 'chart', 'chat', 'code', 'device', 'gear', 'lock'] as const),
  ...(['mail', 'people', 'pen', 'rocket', 'search', 'server', 'shield', 'ticket', 'tool', 'truck'] as const),
] as const;

/** One drawing of the closed list. */
export type CategoryIcon = (typeof categoryIcons)[number];

const schema = z.strictObject({
  title: z.string().min(1).optional(),
  order: z.number().optional(),
  description: z.string().optional(),
  icon: z.enum(categoryIcons).optional(),
});

/** A folder of articles. */
export interface Category {
  locale: string;
  /** Folder names in address form, from the outermost in. */
  path: string[];
  /** From `_category.yaml`, else the folder's name. */
  title: string;
  order?: number;
  description?: string;
  /** Name of the drawing beside the title. */
  icon?: CategoryIcon;
}

/**
 * The categories of a shelf: every folder that holds an article, and the folders above it.
 *
 * @param described the `_category.yaml` files; a broken one is a finding, and its folder keeps its name.
 */
export async function readCategories(
  folder: string,
  { files, described }: { files: readonly { file: string }[]; described: readonly { file: string }[] },
  { rule, findings }: { rule: LocaleRule; findings: Finding[] },
): Promise<Category[]> {
  const categories = new Map<string, Category>();
  for (const { file } of files) {
    const { locale, rest } = localeOf(file, rule);
    const names = rest.split('/').slice(0, -1);
    for (let depth = 1; depth <= names.length; depth += 1)
      addCategory(categories, locale, names.slice(0, depth));
  }
  for (const { file } of described) {
    const { locale, rest } = localeOf(file, rule);
    const category = categories.get(keyOf(locale, rest.split('/').slice(0, -1)));
    if (category === undefined) continue;
    const description = describe(file, await readFile(join(folder, file), 'utf8'));
    if ('message' in description) findings.push(description);
    else Object.assign(category, description);
  }
  return [...categories.values()].sort(byOrder);
}

function addCategory(categories: Map<string, Category>, locale: string, names: string[]): void {
  const key = keyOf(locale, names);
  if (categories.has(key)) return;
  categories.set(key, { locale, path: addressOf(names).split('/'), title: humanise(names.at(-1) ?? '') });
}

function keyOf(locale: string, names: string[]): string {
  return `${locale}/${addressOf(names)}`;
}

function describe(file: string, source: string): Partial<Category> | Finding {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [broken] = document.errors;
  const refuse = (line: number, message: string): Finding => ({ severity: 'error', file, line, message });
  if (broken)
    return refuse(lines.linePos(broken.pos[0]).line, 'This is not valid YAML; the folder keeps its name.');
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return refuse(1, `A category has title, order, description and icon: ${z.prettifyError(parsed.error)}`);
  }
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}

function byOrder(one: Category, other: Category): number {
  const order = (category: Category) => category.order ?? Number.MAX_SAFE_INTEGER;
  return (
    one.locale.localeCompare(other.locale) ||
    one.path.length - other.path.length ||
    order(one) - order(other) ||
    one.title.localeCompare(other.title, one.locale)
  );
}
