import { isPublished } from '../../articles/is-published.ts';
import type { Category, CategoryIcon } from '../../articles/read-categories.ts';
import type { Catalog, CatalogArticle } from '../../built-index.ts';

/** A folder of articles as readers browse it; the root has an empty path and title. */
export interface CategoryNode {
  path: string[];
  title: string;
  description: string;
  icon?: CategoryIcon;
  /** Articles of this folder itself, in reading order. */
  articles: CatalogArticle[];
  /** Folders inside this one, in reading order; empty ones are left out. */
  children: CategoryNode[];
  /** Articles here and below. */
  count: number;
}

/** An article as one language's part of the portal shows it. */
export interface ArticlePlace {
  /** Locale of the page. */
  locale: string;
  path: string;
  /** The article shown: in another language than the page when the translation is missing. */
  article: CatalogArticle;
  /** Locales that really have this article, with the id it has there. */
  translations: Record<string, string>;
}

/** Articles readers may see: neither drafts nor archived. */
export function publishedArticles(catalog: Catalog): CatalogArticle[] {
  return catalog.articles.filter(isPublished);
}

/** Of some articles, by id and in that order, those readers may see. */
export function readableArticles(catalog: Catalog, ids: readonly string[]): CatalogArticle[] {
  const readable = articlesById(catalog);
  return ids.flatMap((id) => readable.get(id) ?? []);
}

const shelves = new WeakMap<Catalog, Map<string, CatalogArticle>>();

function articlesById(catalog: Catalog): Map<string, CatalogArticle> {
  const known = shelves.get(catalog) ?? new Map(publishedArticles(catalog).map((one) => [one.id, one]));
  shelves.set(catalog, known);
  return known;
}

/** Sorts by the writers' `order` first, then by title the way the language does. */
export function inReadingOrder<T extends { order?: number | undefined; title: string }>(
  locale: string,
  things: T[],
): T[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const place = (thing: T): number => thing.order ?? Number.MAX_SAFE_INTEGER;
  return things.toSorted((a, b) => place(a) - place(b) || collator.compare(a.title, b.title));
}

/** Articles of one locale from A to Z. */
export function articlesByTitle(catalog: Catalog, locale: string): CatalogArticle[] {
  const collator = new Intl.Collator(locale, { numeric: true, ignorePunctuation: true });
  const articles = publishedArticles(catalog).filter((article) => article.locale === locale);
  return articles.toSorted((a, b) => collator.compare(a.title, b.title));
}

/** The folders of one locale as a tree, with counts; made once for each catalogue and locale. */
export function categoryTree(catalog: Catalog, locale: string): CategoryNode {
  const known = trees.get(catalog) ?? new Map<string, CategoryNode>();
  trees.set(catalog, known);
  const tree = known.get(locale) ?? buildTree(catalog, locale);
  known.set(locale, tree);
  return tree;
}

type Described = Pick<Category, 'title' | 'description' | 'icon'>;

const trees = new WeakMap<Catalog, Map<string, CategoryNode>>();

function buildTree(catalog: Catalog, locale: string): CategoryNode {
  const byFolder = Map.groupBy(
    publishedArticles(catalog).filter((article) => article.locale === locale),
    ({ category }) => category.join('/'),
  );
  const folders = catalog.categories.filter((category) => category.locale === locale);
  const nodeAt = (path: string[], { title, description = '', icon }: Described): CategoryNode => {
    const inside = folders.filter(
      (folder) =>
        folder.path.length === path.length + 1 && path.every((name, depth) => folder.path[depth] === name),
    );
    const children = inReadingOrder(locale, inside)
      .map((folder) => nodeAt(folder.path, folder))
      .filter(({ count }) => count > 0);
    const articles = inReadingOrder(locale, byFolder.get(path.join('/')) ?? []);
    const count = children.reduce((sum, child) => sum + child.count, articles.length);
    return { path, title, description, ...(icon && { icon }), articles, children, count };
  };
  return nodeAt([], { title: '' });
}

/** A category and everything below it, itself first. */
export function withDescendants(node: CategoryNode): CategoryNode[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

/** The categories from the outermost to the one at `path`; fewer when the path is not in the tree. */
export function categoryTrail(root: CategoryNode, path: string[]): CategoryNode[] {
  const trail: CategoryNode[] = [];
  let node: CategoryNode | undefined = root;
  for (const name of path) {
    node = node?.children.find((child) => child.path.at(-1) === name);
    if (node) trail.push(node);
  }
  return trail;
}

/** The articles before and after one in its own category. */
export function neighboursOf(
  root: CategoryNode,
  article: CatalogArticle,
): { previous?: CatalogArticle; next?: CatalogArticle } {
  const folder = categoryTrail(root, article.category).at(-1) ?? root;
  const place = folder.articles.findIndex(({ id }) => id === article.id);
  if (place < 0) return {};
  const [previous, next] = [folder.articles[place - 1], folder.articles[place + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/**
 * Every article page of the portal: each article in its own locale and, where a translation is missing, the article of
 * another locale in its place, the default locale's if there is one.
 */
export function articlePlaces(catalog: Catalog): ArticlePlace[] {
  const taken = new Set(publishedArticles(catalog).map(({ id }) => id));
  const families = Map.groupBy(publishedArticles(catalog), ({ key }) => key);
  return [...families.values()].flatMap((family) => {
    const translations = Object.fromEntries(family.map(({ locale, id }) => [locale, id]));
    const original = family.find(({ locale }) => locale === catalog.defaultLocale) ?? family[0];
    return catalog.locales.flatMap((locale): ArticlePlace[] => {
      const own = family.filter((article) => article.locale === locale);
      if (own.length > 0)
        return own.map((article) => ({ locale, path: article.path, article, translations }));
      if (!original || taken.has(`${locale}/${original.path}`)) return [];
      return [{ locale, path: original.path, article: original, translations }];
    });
  });
}

/** Cuts a long list into pages of at most `size`. */
export function pagesOf<T>(things: T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(things.length / size));
  return Array.from({ length: count }, (_, page) => things.slice(page * size, (page + 1) * size));
}
