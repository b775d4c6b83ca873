import type { ColumnType } from 'kysely';
import type {
  DailyFigureRow,
  DailyQueryArticleRow,
  DailyQueryRow,
  DailyTotalRow,
  DailyTrafficRow,
  DeflectionRow,
} from './figure-rows.ts';

/** A time as ISO 8601 text in UTC with milliseconds, so that text order is time order in both databases. */
type Instant = string;
/** A day of the site's time zone, `YYYY-MM-DD`. */
type Day = string;
/** A list or object as JSON text. */
type Json = string;

/** A request that was sent. */
export interface TicketRow {
  reference: string;
  status: 'open' | 'pending' | 'resolved' | 'closed';
  locale: string;
  subject: string;
  description: string;
  /** A log or error message the sender pasted. */
  log: string | null;
  /** E-mail address of the sender in lower case; for imported tickets, whatever their help desk exports. */
  requester: string | null;
  name: string | null;
  product: string | null;
  topic: string | null;
  tags: Json;
  /** Id of the article that solved it. */
  resolution: string | null;
  /** What the sender was shown while typing: `TicketSuggestion[]`. */
  suggestions: Json;
  createdAt: Instant;
  firstReplyAt: Instant | null;
  resolvedAt: Instant | null;
  /** `portal`, or the help desk it was imported from. */
  source: string;
  /** Subject, description, sender and reference, in lower case without accents, for the desk's search. */
  searchText: string;
  /** Hash of the idempotency key or draft, so that a repeat finds the ticket it repeats. */
  submissionHash: string | null;
  /** Random; with the key the sender knows, gives the token of the private page. */
  tokenSalt: string | null;
  tokenHash: string | null;
  /** What the sender answered to the fields of the topic, by the field's id: an object of texts. */
  fields: Json | null;
  /** Id of the article the sender wrote from. */
  article: string | null;
  /** What the sender searched before writing: a list of scrubbed queries. */
  searched: Json | null;
  /** Absent for a ticket like any other. */
  priority: 'high' | 'urgent' | null;
  /** Name of the team it is routed to. */
  team: string | null;
  /** Words of the ticket that raised its priority, as they are declared: a list. */
  triage: Json | null;
  /** Where the sender is, as the help desk it was imported from says. */
  country: string | null;
  /** How content the sender was with the help, 1 to 5 (CSAT). */
  satisfaction: number | null;
  /** How likely the sender is to recommend, 0 to 10 (NPS). */
  recommendation: number | null;
}

/** A file the sender attached; its content lies in the data folder under the same id. */
export interface AttachmentRow {
  id: string;
  reference: string;
  /** File name as the sender had it, without its folder. */
  name: string;
  /** Media type by which it is served: from the content, not from what the browser said. */
  type: string;
  sizeBytes: number;
  createdAt: Instant;
}

/** What the sender of a ticket did on its private page. */
export interface FollowUpRow {
  id: string;
  reference: string;
  kind: 'added' | 'closed' | 'solved';
  /** What was added; empty otherwise. */
  text: string;
  createdAt: Instant;
}

/** An e-mail that waits to be delivered; the row goes when it is, or when it is given up. */
export interface MailRow {
  id: string;
  reference: string;
  recipient: string;
  /** Subject and text, encrypted: the text holds the link to the private page. */
  sealed: string;
  createdAt: Instant;
  attempts: number;
  nextAttemptAt: Instant;
}

/** A ticket being typed: no text, no person. */
export interface DraftRow {
  id: string;
  locale: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  /** What the form said last. */
  product: string | null;
  topic: string | null;
  /** 1 when nothing is shown against it, to measure what showing changes. */
  heldOut: number;
}

/** An article shown against a draft, and what the reader did with it. */
export interface DraftArticleRow {
  draftId: string;
  articleId: string;
  openedAt: Instant | null;
  rejectedReason: string | null;
  solvedAt: Instant | null;
}

/** Something a reader did. */
export interface EventRow {
  id: string;
  kind: string;
  at: Instant;
  locale: string;
  articleId: string | null;
  query: string | null;
  position: number | null;
  value: number | null;
  reason: string | null;
  /** Hash that changes every day and cannot be recomputed after two; null for what happens in the ticket form. */
  visitor: string | null;
  /** Product of the article, or the one a search was narrowed to. */
  product: string | null;
}

/** How much of something was done on a day: calls of the model, answers by how they ended, questions of programs. */
export interface TallyRow {
  day: Day;
  /** `answers.shown`, `model.input-tokens`, `agents.search_articles`. */
  name: string;
  amount: number;
}

/** The random salt of a day's visitor hashes. */
export interface SaltRow {
  day: Day;
  salt: string;
  createdAt: Instant;
}

/** The latest change of a ticket that search has to learn or forget. */
export interface ChangeRow {
  reference: string;
  sequence: number;
}

/** A gap that a report found, so that the next one knows it again. No text of a customer: its title is read from its ticket. */
export interface GapRow {
  /** `gap-17`. */
  id: string;
  locale: string;
  kind: 'write' | 'make-findable' | 'rewrite' | 'route';
  state: 'open' | 'claimed' | 'dismissed' | 'closed';
  /** The ticket whose words are the title; null when it was erased, or when there is none. */
  titleReference: string | null;
  /** Words that set it apart: `string[]`. */
  words: Json;
  /** The article to work on. */
  articleId: string | null;
  claimedBy: string | null;
  /** Why it was dismissed. */
  reason: string | null;
  /** The article that was written to close it. */
  closedBy: string | null;
  closedAt: Instant | null;
  /** The report that found it first, and the latest one. */
  createdAt: Instant;
  seenAt: Instant;
  /** Tickets in the latest report, and in the one of an earlier day. */
  size: number;
  previousSize: number | null;
  /** Title and outline by a model: `GeneratedWording`. */
  generated: Json | null;
}

/** Which gap a ticket belongs to. */
export interface GapTicketRow {
  reference: string;
  gapId: string;
}

/** A nightly gap report; the node that writes the row makes it. Reports themselves are not kept: they quote tickets. */
export interface GapRunRow {
  day: Day;
  startedAt: Instant;
  /** When it went out by e-mail. */
  sentAt: Instant | null;
}

/** A number that only grows; taking one locks it until the transaction ends, so numbers commit in order. */
export interface CounterRow {
  name: string;
  value: number;
}

/** SQLite has no booleans and no dates; better-auth converts. */
type Flag = ColumnType<boolean | number, boolean | number, boolean | number>;
type Timestamp = ColumnType<Date | string, Date | string, Date | string>;

/** Someone who may sign in to the desk. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  role: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

/** A signed-in browser of the desk. `ipAddress` and `userAgent` are demanded by better-auth and stay null. */
export interface SessionRow {
  id: string;
  expiresAt: Timestamp;
  token: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

/** How a user proves who they are. */
export interface AccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Timestamp | null;
  refreshTokenExpiresAt: Timestamp | null;
  scope: string | null;
  password: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

/** A pending proof, such as a password reset. */
export interface VerificationRow {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Timestamp;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

/** Every table, as Kysely sees it. Columns have the names of the fields they hold, in both databases. */
export interface Schema {
  tickets: TicketRow;
  attachments: AttachmentRow;
  followUps: FollowUpRow;
  mails: MailRow;
  drafts: DraftRow;
  draftArticles: DraftArticleRow;
  deflections: DeflectionRow;
  events: EventRow;
  dailyFigures: DailyFigureRow;
  dailyTotals: DailyTotalRow;
  dailyQueries: DailyQueryRow;
  dailyQueryArticles: DailyQueryArticleRow;
  dailyTraffic: DailyTrafficRow;
  tallies: TallyRow;
  salts: SaltRow;
  changes: ChangeRow;
  counters: CounterRow;
  gaps: GapRow;
  gapTickets: GapTicketRow;
  gapRuns: GapRunRow;
  user: UserRow;
  session: SessionRow;
  account: AccountRow;
  verification: VerificationRow;
}
