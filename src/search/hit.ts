/** A section found for a query: the best one of its article. */
export interface Hit {
  articleId: string;
  title: string;
  /** Root-relative address with the `#anchor` of the section. */
  url: string;
  /** Heading of the section; the article's title for the text before the first heading. */
  sectionTitle: string;
  /** Sanitised HTML: an extract of the section with matched words in `<mark>`. */
  snippet: string;
  /** Comparable within one answer only. */
  score: number;
}

/** What a search gives: `hits` is cut to the limit, `total` is not. */
export interface SearchResult {
  hits: Hit[];
  /** Number of articles with a matching section. */
  total: number;
  /** The query as it was understood, when a word had to be corrected. */
  didYouMean?: string;
}

/** A passage offered against a draft. */
export interface Suggestion {
  articleId: string;
  title: string;
  url: string;
  sectionTitle: string;
  /** Sanitised HTML: the sentences or steps that answer, with matched words in `<mark>`. */
  passage: string;
  /** Words of the draft that led here, as the reader wrote them. */
  matched: string[];
  /** 0 to 1: how likely the passage answers the draft. */
  confidence: number;
}

/** Why no suggestion is shown. */
export type NoSuggestionReason = 'too-short' | 'nothing-relevant';

/** What a draft gives: at most three suggestions from different articles, or the reason for none. */
export interface SuggestResult {
  /** Confidence of the best candidate, whether it is shown or not. */
  confidence: number;
  suggestions: Suggestion[];
  reason?: NoSuggestionReason;
}
