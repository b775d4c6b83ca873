import { articleUrl } from '../articles/address.ts';
import type { AskedWords } from './asked-words.ts';
import { chooseSnippet } from './choose-snippet.ts';
import { featureNames } from './features.ts';
import { wordFinder } from './find-words.ts';
import type { Piece } from './html-to-pieces.ts';
import type { Hit, SearchResult } from './hit.ts';
import { rank } from './rank.ts';
import type { Ranked } from './rank.ts';
import type { SearchIndex } from './search-index.ts';
import { understandQuery } from './understand-query.ts';
import weights from './weights.json' with { type: 'json' };

/** How to search. */
export interface SearchOptions {
  /** Most hits given; 10 when absent. */
  limit?: number;
  /** The last word is still being typed: words that begin with it match too. */
  typing?: boolean;
  product?: string;
  /** Folder names joined by `/`. */
  category?: string;
  /** Words of solved tickets; on the server only. */
  asked?: AskedWords;
  /** ISO date; articles whose review was due before come a little lower. */
  today?: string;
}

const maxQueryChars = 500;
const queryCoverage = featureNames.indexOf('queryCoverage');
const askedBest = featureNames.indexOf('askedBest');

function toHit(
  index: SearchIndex,
  { article, section, score }: Ranked,
  snippetOf: (pieces: Piece[]) => string,
): Hit {
  const { id, title } = index.name(article);
  const stored = index.section(section);
  return {
    articleId: id,
    title,
    url: articleUrl(id, stored.anchor),
    sectionTitle: stored.title,
    snippet: snippetOf(stored.pieces),
    score,
  };
}

/** Whether an article holds enough of what was asked to be more than a coincidence. */
function isRelevant({ values }: Ranked): boolean {
  return (
    (values[queryCoverage] ?? 0) >= weights.searchCoverage ||
    (values[askedBest] ?? 0) > weights.searchCoverage
  );
}

/**
 * Finds the articles that answer a query, each once, with its best section. Misspelt words are corrected when the
 * articles do not know them, and `didYouMean` then says so. A query that nothing answers gives no hit.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult {
  const { limit = 10, typing = false, ...scope } = options;
  const { units, corrected } = understandQuery(index, query.slice(0, maxQueryChars), typing);
  const { ranked, total } = rank(index, units, { ...scope, query });
  const relevant = ranked.filter(isRelevant);
  const shown = relevant.slice(0, limit);
  index.requireNames(shown.map(({ article }) => article));
  index.requireTexts(shown.map(({ section }) => section));
  const find = wordFinder(index.locale, units);
  const snippetOf = (pieces: Piece[]) => chooseSnippet(index.locale, pieces, units, find);
  return {
    hits: shown.map((found) => toHit(index, found, snippetOf)),
    total: relevant.length === ranked.length ? total : relevant.length,
    ...(corrected !== undefined && { didYouMean: corrected }),
  };
}
