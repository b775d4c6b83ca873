/** A day of the site's time zone, `YYYY-MM-DD`. */
type Day = string;

/** How many drafts of a day ended in a way; what remains of drafts. */
export interface DeflectionRow {
  day: Day;
  locale: string;
  /** Empty where the form did not say. */
  product: string;
  topic: string;
  /** 1 for drafts against which nothing was shown, on purpose. */
  heldOut: number;
  /** 1 when something shown was opened. */
  opened: number;
  outcome: 'explicit' | 'implicit' | 'deferred' | 'abandoned' | 'submitted';
  count: number;
}

/** The events of a closed day about an article, counted: what remains after the raw events are deleted. */
export interface DailyFigureRow {
  day: Day;
  kind: string;
  locale: string;
  /** Empty for none. */
  product: string;
  /** Empty for events about no article. */
  articleId: string;
  /** Why readers voted or pushed away; empty where they did not say. */
  reason: string;
  count: number;
  /** Distinct visitors of the day. */
  readers: number;
  /** Sum of `value`: helpful votes, or points of ratings. */
  valueSum: number;
}

/** What happened on a closed day in all; `*` stands for every locale, or every product. */
export interface DailyTotalRow {
  day: Day;
  locale: string;
  product: string;
  views: number;
  /** Distinct visitors who viewed an article. */
  readers: number;
  votes: number;
  helpful: number;
  /** Answers on how much effort a suggestion that solved took. */
  effortAnswers: number;
  /** Their sum: each is 1 (none) to 5 (much). */
  effortPoints: number;
  searches: number;
  zeroResults: number;
  /** Searches with a click. */
  clicked: number;
  /** Searches without a click that other words followed. */
  rephrased: number;
}

/** What became of the searches for some words on a closed day. */
export interface DailyQueryRow {
  day: Day;
  locale: string;
  product: string;
  /** In lower case, scrubbed of personal data. */
  query: string;
  searches: number;
  zeroResults: number;
  clicked: number;
  clicks: number;
  /** Sum of the places of the hits clicked. */
  positions: number;
  rephrased: number;
}

/** Where the searches for some words led on a closed day. */
export interface DailyQueryArticleRow {
  day: Day;
  locale: string;
  product: string;
  query: string;
  articleId: string;
  clicks: number;
  /** Readers who found nothing with these words, and opened the article after other words. */
  foundLater: number;
}

/** Pages sent by who asked (`pages`), and events that were not counted by why (`dropped`). */
export interface DailyTrafficRow {
  day: Day;
  kind: 'pages' | 'dropped';
  name: string;
  count: number;
}
