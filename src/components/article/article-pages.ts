import type { Catalog, CatalogArticle } from '../../built-index.ts';
import {
  articlePlaces,
  categoryTrail,
  categoryTree,
  neighboursOf,
  readableArticles,
  type ArticlePlace,
} from '../browse/browse-catalog.ts';

/** An article that a page leads to. */
export type LinkedArticle = Pick<CatalogArticle, 'id' | 'title'>;

/** All that the page of one article shows and another may not: a page whose parts are the same is the same. */
export interface ArticlePage {
  place: ArticlePlace;
  /** What the article says, for `parseContent`. */
  content: string;
  /** Categories above it, the outermost first. */
  trail: { title: string; path: string[] }[];
  related: LinkedArticle[];
  previous?: LinkedArticle;
  next?: LinkedArticle;
}

/** The page of every article readers may see, in each language. */
export function articlePages(catalog: Catalog, contents: ReadonlyMap<string, string>): ArticlePage[] {
  return articlePlaces(catalog).flatMap((place) => {
    const content = contents.get(place.article.id);
    return content === undefined ? [] : [pageAt(catalog, place, content)];
  });
}

function pageAt(catalog: Catalog, place: ArticlePlace, content: string): ArticlePage {
  const { locale, article } = place;
  const tree = categoryTree(catalog, locale);
  const { previous, next } = neighboursOf(tree, article);
  return {
    ...{ place, content },
    trail: categoryTrail(tree, article.category).map(({ title, path }) => ({ title, path })),
    related: readableArticles(catalog, article.related ?? []).map(linked),
    ...(previous && { previous: linked(previous) }),
    ...(next && { next: linked(next) }),
  };
}

function linked({ id, title }: CatalogArticle): LinkedArticle {
  return { id, title };
}
