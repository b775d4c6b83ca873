/** What decides whether a solved ticket is kept. */
export interface KeptTicket {
  reference: string;
  articleId: string;
  requesterKey?: string;
  /** ISO 8601. */
  resolvedAt: string;
}

const maxPerArticle = 200;
const maxPerRequester = 3;

function newestFirst(one: KeptTicket, other: KeptTicket): number {
  if (one.resolvedAt !== other.resolvedAt) return one.resolvedAt < other.resolvedAt ? 1 : -1;
  return one.reference < other.reference ? -1 : 1;
}

/**
 * The solved tickets that count: of an article its most recent ones up to a cap, of a sender at most three for an
 * article, so that no one can bend the results. The same tickets leave the same ones kept.
 */
export class KeptTickets<Ticket extends KeptTicket> {
  private readonly byReference = new Map<string, Ticket>();
  private readonly byArticle = new Map<string, Ticket[]>();

  get size(): number {
    return this.byReference.size;
  }

  get(reference: string): Ticket | undefined {
    return this.byReference.get(reference);
  }

  /** Those of an article, most recent first. */
  of(articleId: string): readonly Ticket[] {
    return this.byArticle.get(articleId) ?? [];
  }

  /** All, in the order of their references: the same on every node. */
  all(): Ticket[] {
    return [...this.byReference.values()].sort((one, other) => (one.reference < other.reference ? -1 : 1));
  }

  /** Keeps a ticket whose reference is not kept yet; gives those that do not fit any more, itself perhaps among them. */
  keep(ticket: Ticket): Ticket[] {
    const tickets = [...this.of(ticket.articleId), ticket].sort(newestFirst);
    this.byReference.set(ticket.reference, ticket);
    this.byArticle.set(ticket.articleId, tickets);
    const sameSender = tickets.filter((other) => senderOf(other) === senderOf(ticket));
    const surplus = [...new Set([...sameSender.slice(maxPerRequester), ...tickets.slice(maxPerArticle)])];
    for (const { reference } of surplus) this.drop(reference);
    return surplus;
  }

  /** Drops a ticket, and gives it when it was kept. */
  drop(reference: string): Ticket | undefined {
    const ticket = this.byReference.get(reference);
    if (!ticket) return undefined;
    this.byReference.delete(reference);
    const others = this.of(ticket.articleId).filter((other) => other !== ticket);
    if (others.length > 0) this.byArticle.set(ticket.articleId, others);
    else this.byArticle.delete(ticket.articleId);
    return ticket;
  }
}

function senderOf({ requesterKey, reference }: KeptTicket): string {
  return requesterKey ?? reference;
}
