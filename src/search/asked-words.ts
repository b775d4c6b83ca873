import { analyse } from './analyse.ts';
import { informationOf } from './query-unit.ts';

/** A ticket that an article solved. Its text is already scrubbed of personal data. */
export interface SolvedTicket {
  reference: string;
  articleId: string;
  text: string;
  /** Stands for the sender without naming them; tickets of one sender count together. */
  requesterKey?: string;
  /** ISO 8601. */
  resolvedAt: string;
}

/** What solved tickets say about an article for one query; likeness is 0 to 1. */
export interface AskedMatch {
  /** Likeness of the most similar ticket. */
  best: number;
  /** Likeness over the most similar tickets together, each worth less than the one before. */
  nearest: number;
  /** For each word that was asked for, in how many of its tickets it occurs. */
  counts: Uint16Array;
}

/** What is compared with tickets: the whole message, and the terms of the words that carry it. */
export interface AskedQuery {
  text: string;
  terms: string[];
}

interface LearnedTicket {
  reference: string;
  articleId: string;
  requesterKey: string;
  /** Milliseconds since 1970. */
  resolvedAt: number;
  terms: string[];
  slot: number;
  /** Information of its terms, as it was when `massSize` tickets were known. */
  mass: number;
  massSize: number;
}

const maxPerArticle = 200;
const maxPerRequester = 3;
const maxTerms = 120;
const halfLifeDays = 365;
const neighbourShares = [0.4, 0.25, 0.15, 0.12, 0.08];
const millisecondsPerDay = 86_400_000;

/** Every word of a message and every two neighbours, each once: small words tell short messages apart. */
function askedTerms(locale: string, text: string): string[] {
  const words = analyse(locale, text).flatMap((term) => (term.role === 'word' ? [term.text] : []));
  const pairs = words.slice(1).map((word, position) => `${words[position] ?? ''} ${word}`);
  return [...new Set([...words.slice(0, maxTerms), ...pairs.slice(0, maxTerms)])].map(
    (term) => `${locale} ${term}`,
  );
}

/**
 * Words that readers used for what an article solves, learned from solved tickets and forgotten with them.
 *
 * It lives in memory on the server and is never part of an index file. An article keeps its most recent tickets up to
 * a cap, a sender counts at most three times for an article, and old tickets fade, so that no one can bend the results.
 */
export class AskedWords {
  private readonly byReference = new Map<string, LearnedTicket>();
  private readonly slots: (LearnedTicket | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly occurrences = new Map<string, Set<number>>();
  private readonly byArticle = new Map<string, LearnedTicket[]>();
  private newest = 0;

  /** Number of tickets learned. */
  get size(): number {
    return this.byReference.size;
  }

  /** How many of the tickets an article solved are learned. */
  solvedBy(articleId: string): number {
    return this.byArticle.get(articleId)?.length ?? 0;
  }

  /** Takes a solved ticket in; the same reference again replaces what was known of it. */
  learn(solved: SolvedTicket): void {
    this.forget(solved.reference);
    const locale = solved.articleId.split('/')[0] ?? '';
    const slot = this.free.pop() ?? this.slots.length;
    const ticket: LearnedTicket = {
      reference: solved.reference,
      articleId: solved.articleId,
      requesterKey: solved.requesterKey ?? solved.reference,
      resolvedAt: Date.parse(solved.resolvedAt) || 0,
      terms: askedTerms(locale, solved.text),
      slot,
      mass: 0,
      massSize: 0,
    };
    this.newest = Math.max(this.newest, ticket.resolvedAt);
    this.slots[slot] = ticket;
    this.byReference.set(ticket.reference, ticket);
    for (const term of ticket.terms) {
      const places = this.occurrences.get(term);
      if (places) places.add(slot);
      else this.occurrences.set(term, new Set([slot]));
    }
    this.keepCaps(ticket);
  }

  /** Drops a ticket: it was re-opened or erased. Unknown references are no error. */
  forget(reference: string): void {
    const ticket = this.byReference.get(reference);
    if (!ticket) return;
    this.byReference.delete(reference);
    this.slots[ticket.slot] = undefined;
    this.free.push(ticket.slot);
    for (const term of ticket.terms) {
      const places = this.occurrences.get(term);
      places?.delete(ticket.slot);
      if (places?.size === 0) this.occurrences.delete(term);
    }
    const others = (this.byArticle.get(ticket.articleId) ?? []).filter((other) => other !== ticket);
    if (others.length > 0) this.byArticle.set(ticket.articleId, others);
    else this.byArticle.delete(ticket.articleId);
  }

  private keepCaps(ticket: LearnedTicket): void {
    const tickets = [...(this.byArticle.get(ticket.articleId) ?? []), ticket];
    tickets.sort((one, other) => other.resolvedAt - one.resolvedAt);
    this.byArticle.set(ticket.articleId, tickets);
    const sameSender = tickets.filter((other) => other.requesterKey === ticket.requesterKey);
    for (const surplus of [...sameSender.slice(maxPerRequester), ...tickets.slice(maxPerArticle)]) {
      this.forget(surplus.reference);
    }
  }

  /** What the tickets that each article of the locale solved say of a query, by the article's id. */
  match(locale: string, { text, terms }: AskedQuery): Map<string, AskedMatch> {
    const shared = new Float64Array(this.slots.length);
    let total = 0;
    for (const term of askedTerms(locale, text)) {
      const places = this.occurrences.get(term);
      const information = informationOf(places?.size ?? 0, this.size);
      total += information;
      for (const slot of places ?? []) shared[slot] = (shared[slot] ?? 0) + information;
    }
    const counts = this.countWords(terms.map((term) => `${locale} ${term}`));
    const matches = new Map<string, AskedMatch>();
    for (const [articleId, ofArticle] of counts) {
      const likenesses = (this.byArticle.get(articleId) ?? []).map((ticket) =>
        this.likeness(ticket, shared, total),
      );
      likenesses.sort((one, other) => other - one);
      const nearest = neighbourShares.reduce((sum, share, rank) => sum + share * (likenesses[rank] ?? 0), 0);
      matches.set(articleId, { best: likenesses[0] ?? 0, nearest, counts: ofArticle });
    }
    return matches;
  }

  private countWords(terms: string[]): Map<string, Uint16Array> {
    const counts = new Map<string, Uint16Array>();
    terms.forEach((term, position) => {
      for (const slot of this.occurrences.get(term) ?? []) {
        const articleId = this.slots[slot]?.articleId ?? '';
        let ofArticle = counts.get(articleId);
        if (!ofArticle) counts.set(articleId, (ofArticle = new Uint16Array(terms.length)));
        ofArticle[position] = (ofArticle[position] ?? 0) + 1;
      }
    });
    return counts;
  }

  private likeness(ticket: LearnedTicket, shared: Float64Array, total: number): number {
    const information = shared[ticket.slot] ?? 0;
    if (information === 0) return 0;
    const age = (this.newest - ticket.resolvedAt) / millisecondsPerDay;
    return (
      (information / Math.sqrt(Math.max(total * this.massOf(ticket), 1e-9))) * 0.5 ** (age / halfLifeDays)
    );
  }

  /** Information changes slowly as tickets come in, so it is worked out again only when a tenth more are known. */
  private massOf(ticket: LearnedTicket): number {
    if (Math.abs(this.size - ticket.massSize) * 10 > ticket.massSize) {
      const informations = ticket.terms.map((term) =>
        informationOf(this.occurrences.get(term)?.size ?? 0, this.size),
      );
      ticket.mass = informations.reduce((sum, information) => sum + information, 0);
      ticket.massSize = this.size;
    }
    return ticket.mass;
  }
}
