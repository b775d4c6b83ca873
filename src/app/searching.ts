import { articleUrl } from '../articles/address.ts';
import { articleSections, type SectionText } from '../search/article-sections.ts';
import type { AskedWords } from '../search/asked-words.ts';
import type { SearchResult, SuggestResult, Suggestion } from '../search/hit.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { search } from '../search/search.ts';
import { suggest } from '../search/suggest.ts';
import type { Metrics } from './create-metrics.ts';
import type { LiveIndex } from './live-index.ts';
import type { ReadingMeaning } from './reading-meaning.ts';

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
  /** Waits, as long as its budget allows, for what a text means; where there is no model of vectors, not at all. */
  prepare(text: string): Promise<void>;
  /** Sections of the portal's other languages that are near in meaning to a text that was prepared. */
  abroad(locale: string, text: string): ForeignSection[];
  /** The sections of an article that hold text; none for an unknown article. */
  sections(articleId: string): SectionText[];
}

/** An article that may answer a text, with the section a suggestion leads to. */
export type NearestArticle = Pick<Suggestion, 'articleId' | 'confidence'> &
  Partial<Pick<Suggestion, 'sectionTitle' | 'url'>>;

/** A section in another language than the reader's. */
export interface ForeignSection extends SectionText {
  articleId: string;
  locale: string;
  articleTitle: string;
}

/** What searching works with. */
export interface SearchingParts {
  live: () => LiveIndex;
  asked: AskedWords;
  metrics: Metrics;
  /** Least confidence of a suggestion, when the owner set one. */
  threshold: number | null;
  today: () => string;
  /** What queries mean; absent without a model of vectors. */
  meaning?: ReadingMeaning | undefined;
}

const nearestCount = 5;

/** Joins the index, what solved tickets taught, and the owner's threshold. */
export function createSearching(parts: SearchingParts): Searching {
  const { live, asked, metrics, threshold, today } = parts;
  const indexOf = (locale: string) => {
    const index = live().indexes.get(locale);
    if (!index) throw new RangeError(`There is no index for the locale "${locale}".`);
    return index;
  };
  const meaningIn = (locale: string, text: string) => {
    const meaning = parts.meaning?.known(locale, text);
    return meaning ? { meaning } : {};
  };
  return {
    search({ query, locale, ...options }) {
      const index = indexOf(locale);
      const meant = options.typing ? {} : meaningIn(locale, query);
      return metrics.timed('search', () =>
        search(index, query, { ...options, ...meant, asked, today: today() }),
      );
    },
    suggest({ locale, subject, description, ...scope }) {
      const index = indexOf(locale);
      const meant = meaningIn(locale, `${subject} ${description}`);
      const options = { ...scope, ...meant, asked, today: today(), ...(threshold !== null && { threshold }) };
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
    async prepare(text) {
      await parts.meaning?.soon(text);
    },
    abroad(locale, text) {
      const others = [...live().indexes].filter(([other]) => other !== locale);
      return others.flatMap(([other, index]) =>
        (parts.meaning?.abroad(other, text) ?? []).flatMap(({ section }) => foreignSection(index, section)),
      );
    },
    sections(articleId) {
      const index = live().indexes.get(articleId.split('/')[0] ?? '');
      return index ? articleSections(index, articleId) : [];
    },
  };
}

function foreignSection(index: SearchIndex, section: number): ForeignSection[] {
  const { id, title } = index.name(index.shelf.articleOf[section] ?? 0);
  const { anchor } = index.section(section);
  const found = articleSections(index, id).find(({ url }) => url === articleUrl(id, anchor));
  return found ? [{ ...found, articleId: id, articleTitle: title, locale: index.locale }] : [];
}
