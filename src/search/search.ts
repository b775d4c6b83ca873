import { articleUrl } from '../articles/address.ts';
import type { AskedWords } from './asked-words.ts';
import { chooseSnippet } from './choose-snippet.ts';
import { wordFinder } from './find-words.ts';
import type { Piece } from './html-to-pieces.ts';
import type { Hit, SearchResult } from './hit.ts';
import { rank } from './rank.ts';
import type { Ranked } from './rank.ts';
import { relevanceOf, strengthIn } from './relevance.ts';
import type { SearchIndex } from './search-index.ts';
import { understandQuery } from './understand-query.ts';
import type { Correction } from './understand-query.ts';

/** How to search. */
export interface SearchOptions {
  /** Most hits given; 10 when absent. */
  limit?: number;
  /** The last word is still being typed: words that begin with it match too. */
  typing?: boolean;
  /** Words are looked up as they are written: nothing is corrected. */
  exact?: boolean;
  product?: string;
  /** Whom the articles are for. */
  audience?: string;
  /** Folder names joined by `/`. */
  category?: string;
  /** Words of solved tickets; on the server only. */
  asked?: AskedWords;
  /** ISO date; articles whose review was due before come a little lower. */
  today?: string;
}

const maxQueryChars = 500;

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

/** The query with its misspelt words put right, when one of the hits owes itself to that. */
function correctedQuery(index: SearchIndex, query: string, shown: Ranked[], corrections: Correction[]) {
  const used = corrections.filter(({ unit }) =>
    shown.some(({ article }) => strengthIn(index, article, unit) > 0),
  );
  if (used.length === 0) return undefined;
  return used.reduceRight(
    (text, { start, end, written }) => text.slice(0, start) + written + text.slice(end),
    query,
  );
}

/**
 * Finds the articles that answer a query, each once, with its best section. Misspelt words are corrected when the
 * articles do not know them, and `didYouMean` then says so. A query that nothing answers gives no hit.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult {
  const { limit = 10, typing = false, exact = false, ...scope } = options;
  const text = query.slice(0, maxQueryChars);
  const { units, corrections } = understandQuery(index, text, { isTyping: typing, isExact: exact });
  const { ranked, total } = rank(index, units, { ...scope, query });
  const isRelevant = relevanceOf(index, units);
  const relevant = ranked.filter(isRelevant);
  const shown = relevant.slice(0, limit);
  index.requireNames(shown.map(({ article }) => article));
  index.requireTexts(shown.map(({ section }) => section));
  const find = wordFinder(index.locale, units);
  const snippetOf = (pieces: Piece[]) => chooseSnippet(index.locale, pieces, units, find);
  const corrected = correctedQuery(index, text, shown, corrections);
  return {
    hits: shown.map((found) => toHit(index, found, snippetOf)),
    total: relevant.length === ranked.length ? total : relevant.length,
    ...(corrected !== undefined && { didYouMean: corrected }),
  };
}
