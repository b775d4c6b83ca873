/** What to do about a gap. */
export type GapKind = 'write' | 'make-findable' | 'rewrite' | 'route';

/** An unsolved ticket, as the gap report needs it. */
export interface UnsolvedTicket {
  id: string;
  locale: string;
  subject: string;
  description: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** Stands for the sender; the same for all tickets of one sender. */
  requesterKey?: string;
  /** Articles that were suggested while the ticket was typed. */
  shown: string[];
  /** Those of them that the sender opened before sending it. */
  opened: string[];
}

/** An article as the report needs it. */
export interface KnownArticle {
  id: string;
  locale: string;
  title: string;
}

/** The words an article has besides its title. */
export interface ArticleWords {
  keywords: string[];
  text: string;
}

/** An article that may answer a text, best first. */
export interface NearestArticle {
  articleId: string;
  /** 0 to 1. */
  confidence: number;
}

/** How the number of tickets moves: the second half of the group's period against the first. */
export type Trend = 'growing' | 'steady' | 'shrinking';

/** Unsolved tickets with one cause, and what to do about it. */
export interface Gap {
  /** Stays the same from one report to the next while the group's oldest ticket does. */
  id: string;
  kind: GapKind;
  locale: string;
  /** In the words of a customer: the ticket that stands best for the others. */
  title: string;
  size: number;
  ticketIds: string[];
  /** Number of different senders; null when the tickets do not say. */
  requesters: number | null;
  /** Words that set these tickets apart, as customers write them, strongest first. */
  words: string[];
  /** What the index answers to these tickets, averaged, best first. */
  nearest: NearestArticle[];
  trend: Trend;
  /** ISO 8601. */
  firstSeen: string;
  lastSeen: string;
  /** Beginnings of a few tickets, without personal data. */
  samples: string[];
  /** How sure the diagnosis is that no article answers, 0 to 1. */
  unanswered: number;
  /** The article to work on; absent when there is none. */
  articleId?: string;
  /** For `make-findable`: words of these tickets that the article does not have. */
  missingWords?: string[];
  /** For `make-findable`: the line to put in the article's front matter. */
  keywordsLine?: string;
}

/** Which articles are missing, hidden or unclear, by the tickets that they did not solve. */
export interface GapReport {
  generatedAt: string;
  since: string;
  /** Number of unsolved tickets looked at. */
  tickets: number;
  /** Of them, those that share no cause with enough others. */
  ungrouped: number;
  /** Of them, those whose article is found as it is: nothing to do. */
  answered: number;
  gaps: Gap[];
}
