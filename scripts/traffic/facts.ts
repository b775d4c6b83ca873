import type { TicketStatus } from '../../src/tickets/ticket.ts';

/** The day and language of something that was made to happen, and the product it was about; empty when about none. */
interface Where {
  day: string;
  locale: string;
  product: string;
}

/** A ticket, as it stands at the end of the simulation; times are milliseconds since 1970. */
interface TicketFact {
  what: 'ticket';
  reference: string;
  source: 'portal' | 'zendesk';
  email: string;
  topic: string;
  team: string;
  country: string;
  sentAt: number;
  status: TicketStatus;
  /** Articles its sender had opened in the form. */
  read: string[];
  searched: string[];
  isAddedTo: boolean;
  firstReplyAt?: number;
  resolvedAt?: number;
  resolution?: string;
  satisfaction?: number;
  recommendation?: number;
}

/** What simulated people did, as they know it themselves: the truth that the desk's figures are held against. */
export type Fact = Where &
  (
    | TicketFact
    | { what: 'view'; articleId: string; person: string }
    | { what: 'vote'; articleId: string; isHelpful: boolean; reason?: string; comment?: string }
    | { what: 'contact'; articleId: string }
    | { what: 'effort'; value: number }
    | {
        what: 'search';
        query: string;
        isEmpty: boolean;
        clicks: { articleId: string; position: number }[];
        isRephrased: boolean;
        foundLater?: string;
      }
    | {
        what: 'draft';
        topic: string;
        isHeldOut: boolean;
        opened: string[];
        rejected: string[];
        solved: string[];
        outcome: 'explicit' | 'implicit' | 'deferred' | 'abandoned' | 'submitted';
      }
  );

/** A fact of one kind. */
export type FactOf<What extends Fact['what']> = Extract<Fact, { what: What }>;

/** The facts of one kind. */
export function factsOf<What extends Fact['what']>(facts: readonly Fact[], what: What): FactOf<What>[] {
  return facts.filter((fact): fact is FactOf<What> => fact.what === what);
}
