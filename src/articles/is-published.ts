import type { Article } from './article.ts';

/** Whether readers may see an article: it is neither a draft nor archived. */
export function isPublished({ state }: Pick<Article, 'state'>): boolean {
  return state !== 'draft' && state !== 'archived';
}
