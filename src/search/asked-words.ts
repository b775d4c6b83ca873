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

/** What solved tickets say about an article for one query. */
export interface AskedMatch {
  /** Likeness of the most similar ticket, 0 to 1. */
  best: number;
  /** Likeness summed over the most similar tickets, each worth less than the one before. */
  words: number;
}

interface LearnedTicket {
  reference: string;
  articleId: string;
  requesterKey: string;
  /** Milliseconds since 1970. */
  resolvedAt: number;
  terms: string[];
  slot: number;
}

const maxPerArticle = 200;
const maxPerRequester = 3;
const maxTermsPerTicket = 60;
const halfLifeDays = 365;
const neighboursCounted = 5;
const neighbourDecay = 0.6;
const millisecondsPerDay = 86_400_000;

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

  /** Takes a solved ticket in; the same reference again replaces what was known of it. */
  learn(solved: SolvedTicket): void {
    this.forget(solved.reference);
    const locale = solved.articleId.split('/')[0] ?? '';
    const terms = analyse(locale, solved.text).filter((term) => !term.isStop);
    const distinct = [...new Set(terms.map((term) => `${locale} ${term.text}`))].slice(0, maxTermsPerTicket);
    const slot = this.free.pop() ?? this.slots.length;
    const ticket: LearnedTicket = {
      reference: solved.reference,
      articleId: solved.articleId,
      requesterKey: solved.requesterKey ?? solved.reference,
      resolvedAt: Date.parse(solved.resolvedAt) || 0,
      terms: distinct,
      slot,
    };
    this.newest = Math.max(this.newest, ticket.resolvedAt);
    this.slots[slot] = ticket;
    this.byReference.set(ticket.reference, ticket);
    for (const term of distinct) {
      const places = this.occurrences.get(term) ?? new Set<number>();
      this.occurrences.set(term, places.add(slot));
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
    for (const surplus of [...sameSender.slice(maxPerRequester), ...tickets.slice(maxPerArticle)])
      this.forget(surplus.reference);
  }

  /** Likeness of what is asked to the tickets each article solved. `terms` are stems, without repetition. */
  match(locale: string, terms: string[]): Map<string, AskedMatch> {
    const asked = terms.map((term) => {
      const places = this.occurrences.get(`${locale} ${term}`);
      return { places, information: informationOf(places?.size ?? 0, this.size) };
    });
    const total = asked.reduce((sum, { information }) => sum + information, 0);
    const shared = new Map<number, number>();
    for (const { places, information } of asked) {
      for (const slot of places ?? []) shared.set(slot, (shared.get(slot) ?? 0) + information);
    }
    return this.byArticleMatches(shared, total, locale);
  }

  private byArticleMatches(
    shared: Map<number, number>,
    total: number,
    locale: string,
  ): Map<string, AskedMatch> {
    const likenesses = new Map<string, number[]>();
    for (const [slot, information] of shared) {
      const ticket = this.slots[slot];
      if (!ticket) continue;
      const own = ticket.terms.reduce(
        (sum, term) => sum + informationOf(this.occurrences.get(term)?.size ?? 0, this.size),
        0,
      );
      const age = (this.newest - ticket.resolvedAt) / millisecondsPerDay;
      const likeness = (information / Math.sqrt(Math.max(total * own, 1e-9))) * 0.5 ** (age / halfLifeDays);
      const list = likenesses.get(ticket.articleId);
      if (list) list.push(likeness);
      else likenesses.set(ticket.articleId, [likeness]);
    }
    const matches = new Map<string, AskedMatch>();
    for (const [articleId, list] of likenesses) {
      if (!articleId.startsWith(`${locale}/`)) continue;
      list.sort((one, other) => other - one);
      const words = list
        .slice(0, neighboursCounted)
        .reduce((sum, likeness, rank) => sum + likeness * neighbourDecay ** rank, 0);
      matches.set(articleId, { best: list[0] ?? 0, words });
    }
    return matches;
  }
}
