import type { KnownArticle } from '../../src/reports/gaps/gap.ts';
import type { AskIndex } from '../../src/reports/gaps/replay-group.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { plainArticle } from '../evaluate/plain-article.ts';
import type { LabelledTickets } from './labelled-tickets.ts';

/** The index of a labelled set's articles, asked as the portal asks its own. */
export function labelledIndex({ locale, documents }: LabelledTickets): {
  articles: KnownArticle[];
  askIndex: AskIndex;
} {
  const articles = documents.map((document) => plainArticle(locale, document));
  const index = loadIndex(buildIndex(locale, articles));
  return {
    articles,
    askIndex: ({ subject, description }) =>
      suggest(index, { subject, description }, { limit: 5, threshold: 0 }).suggestions,
  };
}
