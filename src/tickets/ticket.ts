/** Where a ticket stands; the same four words as most help desks. */
export const ticketStatuses = ['open', 'pending', 'resolved', 'closed'] as const;

/** One of the four places a ticket can stand at. */
export type TicketStatus = (typeof ticketStatuses)[number];

/** An article its sender was shown while typing, and what they did with it. */
export interface TicketSuggestion {
  articleId: string;
  opened: boolean;
  /** The reason for pushing it away, or `other` without one; absent when it was not. */
  rejected?: string;
  /** They said it solved the problem, and wrote all the same. */
  solved: boolean;
}

/** How pressing a ticket is when it is not like any other. */
export type TicketPriority = 'high' | 'urgent';

/** A request that was sent, as the rest of Guichet sees it. Times are ISO 8601 in UTC. */
export interface Ticket {
  /** Reference shown to people, such as `G-1042`; imported tickets keep the id of their help desk. */
  reference: string;
  status: TicketStatus;
  locale: string;
  subject: string;
  description: string;
  /** A log or error message the sender pasted. */
  log?: string;
  /** E-mail address of the sender; absent for imported tickets without one. */
  requester?: string;
  name?: string;
  product?: string;
  topic?: string;
  tags: string[];
  /** Id of the article that solved it. */
  resolution?: string;
  /** What the sender was shown while typing. */
  suggestions: TicketSuggestion[];
  /** Answers to the fields of its topic, by the field's id. */
  fields?: Record<string, string>;
  /** Id of the article the sender wrote from. */
  article?: string;
  /** What the sender searched before writing, scrubbed. */
  searched?: string[];
  /** Absent when it is a ticket like any other. */
  priority?: TicketPriority;
  /** The team it is routed to. */
  team?: string;
  /** Words of the text that raised its priority, as the site declares them. */
  triage?: string[];
  /** Where the sender is, as the help desk it was imported from says. */
  country?: string;
  /** How content the sender was with the help, 1 to 5 (CSAT). */
  satisfaction?: number;
  /** How likely the sender is to recommend, 0 to 10 (NPS). */
  recommendation?: number;
  /** `portal`, or where it was imported from: `zendesk`, `csv`… */
  source: string;
  createdAt: string;
  firstReplyAt?: string;
  resolvedAt?: string;
}

/** What a sender fills in, already checked. */
export interface NewTicket {
  locale: string;
  email: string;
  subject: string;
  description: string;
  name?: string | undefined;
  product?: string | undefined;
  topic?: string | undefined;
  log?: string | undefined;
  /** The draft it was typed in. */
  draftId?: string | undefined;
  /** Drafts of the same browser that ended without a ticket in the last days. */
  earlierDrafts?: string[] | undefined;
  /** Answers to the fields of the topic, by the field's id. */
  fields?: Record<string, string> | undefined;
  /** Id of the article it is written from. */
  article?: string | undefined;
  /** What was searched before, oldest first. */
  searched?: string[] | undefined;
}

/** Where a ticket goes and how soon it is answered. */
export interface Routing {
  team?: string;
  priority?: TicketPriority;
  /** The words that raised the priority. */
  triage?: string[];
}
