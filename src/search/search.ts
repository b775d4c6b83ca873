import { articleUrl } from '../articles/address.ts';
import type { AskedWords } from './asked-words.ts';
import { chooseSnippet } from './choose-snippet.ts';
import type { Hit, SearchResult } from './hit.ts';
import { isMeant } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import { rank } from './rank.ts';
import type { Ranked } from './rank.ts';
import type { QueryUnit } from './query-unit.ts';
import { readHits } from './read-hits.ts';
import type { ReadHit } from './read-hits.ts';
import { relevanceOf, strengthIn } from './relevance.ts';
import type { SearchIndex } from './search-index.ts';
import { putRight, understandQuery } from './understand-query.ts';
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
  /** What vectors say of the query; on the server only. */
  meaning?: Meaning;
}

const maxQueryChars = 500;

function toHit(index: SearchIndex, { found, section, score }: ReadHit, units: QueryUnit[]): Hit {
  const { id, title } = index.name(found.article);
  const stored = index.section(found.section);
  return {
    articleId: id,
    title,
    url: articleUrl(id, stored.anchor),
    sectionTitle: stored.title,
    snippet: chooseSnippet(index.locale, section, units),
    score,
  };
}

/** The query with its misspelt words put right, when one of the hits owes itself to that. */
function correctedQuery(index: SearchIndex, query: string, shown: Ranked[], corrections: Correction[]) {
  const used = corrections.filter(({ unit }) =>
    shown.some(({ article }) => strengthIn(index, article, unit) > 0),
  );
  return used.length === 0 ? undefined : putRight(query, used);
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
  const relevant = ranked.filter((found) => isRelevant(found) || isMeant(found, scope.meaning));
  const shown = relevant.slice(0, limit);
  index.requireShown(shown);
  const read = readHits(index, { query: putRight(text, corrections), units }, shown);
  const corrected = correctedQuery(index, text, shown, corrections);
  return {
    hits: read.map((hit) => toHit(index, hit, units)),
    total: relevant.length === ranked.length ? total : relevant.length,
    ...(corrected !== undefined && { didYouMean: corrected }),
  };
}
