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
  /** What the sender chose as the subject, by its id in `site.yaml`. */
  topic?: string;
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
  title?: string;
  /** 0 to 1. */
  confidence: number;
  /** The section that a suggestion leads to. */
  sectionTitle?: string;
  /** Address of that section, with its `#anchor`. */
  url?: string;
}

/** What readers searched for and did not find. */
export interface FailedSearch {
  query: string;
  locale: string;
  /** How often. */
  count: number;
}

/** What readers voted on an article. */
export interface ArticleVotes {
  articleId: string;
  votes: number;
  /** Of them, those that say it did not help. */
  unhelpful: number;
  /** Reasons given with them, most frequent first. */
  reasons: { reason: string; count: number }[];
}

/** What a gap costs at the pace of the period. */
export interface GapCost {
  ticketsPerMonth: number;
  /** What the owner says a ticket takes, in `site.yaml`. */
  minutesPerTicket: number;
  minutesPerMonth: number;
}

/** How a gap stands against the report before. */
export type GapChange = 'new' | 'growing' | 'steady' | 'shrinking' | 'reopened';

/** An article that was written to close a gap, and what came of it. */
export interface Closing {
  articleId: string;
  /** ISO 8601: when a report first saw the article. */
  closedAt: string;
  /** Tickets a week in the eight weeks before, or since the first of them. */
  ticketsPerWeekBefore: number;
  /** Tickets a week since then, those the article solved included; null until a week has passed. */
  ticketsPerWeekAfter: number | null;
}

/** Better wording by a model. */
export interface GeneratedWording {
  title: string;
  outline: string[];
}

/** How the number of tickets moves: the second half of the group's period against the first. */
export type Trend = 'growing' | 'steady' | 'shrinking';

/** Unsolved tickets with one cause, and what to do about it. */
export interface Gap {
  /** Lasting once a register of reports has named it: `gap-17`. */
  id: string;
  kind: GapKind;
  locale: string;
  /** In the words of a customer: the ticket that stands best for the others. */
  title: string;
  size: number;
  ticketIds: string[];
  /** The ticket whose words are the title. */
  titleTicket?: string;
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
  /** Its title. */
  articleTitle?: string;
  /** For `make-findable`: words of these tickets that the article does not have. */
  missingWords?: string[];
  /** For `make-findable`: the line to put in the article's front matter. */
  keywordsLine?: string;
  /** For `make-findable`: the line to put in `synonyms.<locale>.yaml` instead. */
  synonymsLine?: string;
  /** For `rewrite`: the section that was read before the tickets came. */
  section?: { title: string; url: string };
  /** For `route`: the team of the topic that most senders chose. */
  team?: string;
  locales: string[];
  /** Topics the senders chose, by id, most frequent first. */
  topics: { topic: string; tickets: number }[];
  /** Searches without a result that belong to it, most frequent first. */
  searches: { query: string; count: number }[];
  /** Votes on the article to rewrite. */
  votes?: ArticleVotes;
  cost: GapCost;
  /** The one thing to do, in the gap's language. */
  action: string;
  /** What an article would have to answer, in the customers' words. */
  outline: string[];
  /** Absent when no register of earlier reports was asked. */
  change?: GapChange;
  /** Who took it on. */
  claimedBy?: string;
  /** The article that was to close it, when tickets keep coming. */
  closing?: Closing;
  /** Title and outline by a model; absent without one. */
  generated?: GeneratedWording;
}

/** A gap that is no longer one. */
export interface ClosedGap {
  id: string;
  kind: GapKind;
  locale: string;
  title: string;
  /** Absent when its tickets were solved, or stopped, without an article that names it. */
  closing?: Closing;
}

/** A gap the team decided to leave. */
export interface DismissedGap {
  id: string;
  kind: GapKind;
  locale: string;
  title: string;
  size: number;
  reason: string;
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
  /** Dearest first. */
  gaps: Gap[];
  closed?: ClosedGap[];
  dismissed?: DismissedGap[];
}
