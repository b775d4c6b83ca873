/** Where a ticket stands; the same four words as most help desks. */
export type TicketStatus = 'open' | 'pending' | 'resolved' | 'closed';

/** A request that was sent, as the rest of Guichet sees it. Times are ISO 8601 in UTC. */
export interface Ticket {
  /** Reference shown to people, such as `G-1042`; imported tickets keep the id of their help desk. */
  reference: string;
  status: TicketStatus;
  locale: string;
  subject: string;
  description: string;
  /** E-mail address of the sender; absent for imported tickets without one. */
  requester?: string;
  name?: string;
  product?: string;
  topic?: string;
  tags: string[];
  /** Id of the article that solved it. */
  resolution?: string;
  createdAt: string;
  firstReplyAt?: string;
  resolvedAt?: string;
}
