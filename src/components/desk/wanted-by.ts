import type { QueryFigures } from '../../reports/figures/search-report.ts';
import { queryKey } from '../../reports/figures/query-key.ts';
import type { WantedArticle } from '../../reports/figures/wanted-articles.ts';
import type { Desk } from './open-desk.ts';
import type { Wanted } from './search-columns.ts';

/** Most queries that are asked again of the index for one page. */
const mostGuesses = 25;

/**
 * Which article a query should have found: the one its readers ended at, else, for a query that failed, the nearest one in the index when
 * it is near enough to be suggested.
 */
export function wantedBy(
  desk: Pick<Desk, 'app' | 'text' | 'figures'>,
  evidence: ReadonlyMap<string, WantedArticle>,
): (row: QueryFigures) => Wanted | undefined {
  const { app, text, figures } = desk;
  const known = new Map<string, Wanted | undefined>();
  let guesses = 0;
  const find = (row: QueryFigures): Wanted | undefined => {
    const proof = evidence.get(queryKey(row));
    if (proof) {
      const { articleId, evidence: count } = proof;
      const note = text.searches.wantedNote(figures.number(count), count);
      return { articleId, title: app.article(articleId)?.title ?? articleId, note };
    }
    if (row.clicked > 0 || guesses >= mostGuesses) return undefined;
    guesses += 1;
    const [suggestion] = app.suggest({ locale: row.locale, subject: row.query, description: '' }).suggestions;
    if (!suggestion) return undefined;
    const { articleId, title, confidence } = suggestion;
    return { articleId, title, note: text.searches.guess(figures.share(confidence)) };
  };
  return (row) => {
    const key = queryKey(row);
    if (!known.has(key)) known.set(key, app.catalog.locales.includes(row.locale) ? find(row) : undefined);
    return known.get(key);
  };
}
