import type { DailyQueryRow } from '../../store/figure-rows.ts';

/** Some words, in the language of those who searched them. */
export type LocalQuery = Pick<DailyQueryRow, 'locale' | 'query'>;

/** Under which what is known of some words is kept: the same words may mean another thing in another language. */
export function queryKey({ locale, query }: LocalQuery): string {
  return `${locale} ${query}`;
}
