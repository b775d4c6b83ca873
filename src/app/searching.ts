import type { AskedWords } from '../search/asked-words.ts';
import type { SearchResult, SuggestResult, Suggestion } from '../search/hit.ts';
import { search } from '../search/search.ts';
import { suggest } from '../search/suggest.ts';
import type { Metrics } from './create-metrics.ts';
import type { LiveIndex } from './live-index.ts';

/** A search, in a locale of the portal. */
export interface SearchRequest {
  query: string;
  locale: string;
  limit?: number;
  product?: string;
  /** Folder names joined by `/`. */
  category?: string;
  /** Whom the articles are for. */
  audience?: string;
  /** Nothing is corrected. */
  exact?: boolean;
  /** The last word may be unfinished. */
  typing?: boolean;
}

/** A draft, in a locale of the portal. */
export interface DraftText {
  locale: string;
  subject: string;
  description: string;
  product?: string;
  category?: string;
  audience?: string;
  topic?: string;
}

/** Search and suggestions over the index that is live at the moment. */
export interface Searching {
  search(request: SearchRequest): SearchResult;
  suggest(draft: DraftText): SuggestResult;
  /** The nearest articles of a text, whatever their confidence; what solved tickets taught is left aside. */
  nearest(text: { locale: string; subject: string; description: string }): NearestArticle[];
}

/** An article that may answer a text, with the section a suggestion leads to. */
export type NearestArticle = Pick<Suggestion, 'articleId' | 'confidence'> &
  Partial<Pick<Suggestion, 'sectionTitle' | 'url'>>;

/** What searching works with. */
export interface SearchingParts {
  live: () => LiveIndex;
  asked: AskedWords;
  metrics: Metrics;
  /** Least confidence of a suggestion, when the owner set one. */
  threshold: number | null;
  today: () => string;
}

const nearestCount = 5;

/** Joins the index, what solved tickets taught, and the owner's threshold. */
export function createSearching({ live, asked, metrics, threshold, today }: SearchingParts): Searching {
  const indexOf = (locale: string) => {
    const index = live().indexes.get(locale);
    if (!index) throw new RangeError(`There is no index for the locale "${locale}".`);
    return index;
  };
  return {
    search({ query, locale, ...options }) {
      const index = indexOf(locale);
      return metrics.timed('search', () => search(index, query, { ...options, asked, today: today() }));
    },
    suggest({ locale, subject, description, ...scope }) {
      const index = indexOf(locale);
      const options = { ...scope, asked, today: today(), ...(threshold !== null && { threshold }) };
      return metrics.timed('suggest', () => suggest(index, { subject, description }, options));
    },
    nearest({ locale, subject, description }) {
      const index = live().indexes.get(locale);
      if (!index) return [];
      const found = suggest(index, { subject, description }, { limit: nearestCount, threshold: 0 });
      return found.suggestions.map(({ articleId, confidence, sectionTitle, url }) => {
        return { articleId, confidence, sectionTitle, url };
      });
    },
  };
}
