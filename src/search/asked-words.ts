import { AskedModel } from './asked-model.ts';
import type { AskedModelParts } from './asked-model.ts';
import { AskedNeighbours } from './asked-neighbours.ts';
import { hashOf, readAskedText } from './asked-text.ts';
import { KeptTickets } from './kept-tickets.ts';
import type { KeptTicket } from './kept-tickets.ts';

/** A ticket that an article solved. Its text is already scrubbed of personal data. */
export interface SolvedTicket extends KeptTicket {
  text: string;
}

/** What solved tickets say about an article for one message. */
export interface AskedMatch {
  /** Likeness of the most similar ticket, 0 to 1. */
  best: number;
  /** Likeness over the most similar tickets together, each worth less than the one before, 0 to 1. */
  nearest: number;
  /** See `AskedJudgement`; 0 until a model is trained. */
  learned: number;
  likely: number;
}

/** Which articles a message is held against. */
export interface AskedScope {
  /** Articles to look at besides those that have tickets like the message. */
  others: string[];
  /** Whether an article that has such a ticket may be found. */
  isAllowed: (articleId: string) => boolean;
}

interface LearnedTicket extends KeptTicket {
  /** Milliseconds since 1970. */
  time: number;
  /** Place among the neighbours. */
  slot: number;
}

const all: AskedScope = { others: [], isAllowed: () => true };
const halfLifeDays = 365;
const neighbourShares = [0.4, 0.25, 0.15, 0.12, 0.08];
const millisecondsPerDay = 86_400_000;

/** What is left of the weight of a ticket, given how long before the newest one it was solved. */
export function remainingWorth(ageMs: number): number {
  return 0.5 ** (Math.max(ageMs, 0) / millisecondsPerDay / halfLifeDays);
}

/**
 * Words that readers used for what an article solves, learned from solved tickets and forgotten with them.
 *
 * It lives in memory on the server, as hashes, and is never part of an index file. A ticket counts as soon as it is
 * learned, by its likeness to what is asked; a model that was trained on all of them adds to that when there is one.
 */
export class AskedWords {
  private readonly kept = new KeptTickets<LearnedTicket>();
  private readonly neighbours = new AskedNeighbours();
  private readonly bySlot: (LearnedTicket | undefined)[] = [];
  private model: AskedModel | undefined;
  /** Articles that lost a ticket the model may still know, with the change that took it. */
  private readonly doubted = new Map<string, number>();
  private newest = 0;
  private changeCount = 0;

  /** Number of tickets learned. */
  get size(): number {
    return this.kept.size;
  }

  /** Number of tickets taken in or dropped so far. */
  get changes(): number {
    return this.changeCount;
  }

  /** How many of the tickets an article solved are learned. */
  solvedBy(articleId: string): number {
    return this.kept.of(articleId).length;
  }

  /** Takes a solved ticket in; the same reference again replaces what was known of it. */
  learn(solved: SolvedTicket): void {
    const { reference, articleId, requesterKey, resolvedAt, text } = solved;
    const before = this.kept.get(reference);
    if (before && before.articleId !== articleId) this.forget(reference);
    else if (before) this.drop(before);
    this.changeCount++;
    const { words } = readAskedText(localeOf(articleId), text);
    const ticket: LearnedTicket = {
      reference,
      articleId,
      resolvedAt,
      ...(requesterKey !== undefined && { requesterKey }),
      time: Date.parse(resolvedAt) || 0,
      slot: this.neighbours.add(words),
    };
    this.bySlot[ticket.slot] = ticket;
    this.newest = Math.max(this.newest, ticket.time);
    for (const surplus of this.kept.keep(ticket)) this.release(surplus);
  }

  /**
   * Drops a ticket: it was opened again or erased. What the model learned about its article does not count until it is
   * trained anew. Unknown references are no error.
   */
  forget(reference: string): void {
    const ticket = this.kept.get(reference);
    if (!ticket) return;
    this.changeCount++;
    this.doubted.set(ticket.articleId, this.changeCount);
    this.drop(ticket);
  }

  /** Uses what was trained on the tickets as they were after `changes`. */
  useModel(parts: AskedModelParts, changes: number): void {
    this.model = new AskedModel(parts);
    for (const [articleId, change] of this.doubted) if (change <= changes) this.doubted.delete(articleId);
  }

  /**
   * What solved tickets say of a message, by the article's id: of every article of the locale with a ticket like it, and
   * of those in the scope that are asked about.
   */
  match(locale: string, text: string, { others, isAllowed }: AskedScope = all): Map<string, AskedMatch> {
    const { words, traits } = readAskedText(locale, text);
    const likenesses = this.likenesses(words);
    const articleIds = [...new Set([...[...likenesses.keys()].filter(isAllowed), ...others])];
    const judged = this.model?.judge(
      traits,
      articleIds.map((articleId) => hashOf(articleId)),
    );
    const matches = new Map<string, AskedMatch>();
    articleIds.forEach((articleId, at) => {
      const ofArticle = likenesses.get(articleId) ?? [];
      const nearest = neighbourShares.reduce((sum, share, rank) => sum + share * (ofArticle[rank] ?? 0), 0);
      const judgement = this.doubted.has(articleId) ? undefined : judged?.[at];
      const { learned = 0, likely = 0 } = judgement ?? {};
      matches.set(articleId, { best: ofArticle[0] ?? 0, nearest, learned, likely });
    });
    return matches;
  }

  /** How like a message the nearest tickets of each article are, most alike first. */
  private likenesses(words: Uint32Array): Map<string, number[]> {
    const byArticle = new Map<string, number[]>();
    for (const { slot, likeness } of this.neighbours.near(words)) {
      const ticket = this.bySlot[slot];
      if (!ticket) continue;
      const worth = likeness * remainingWorth(this.newest - ticket.time);
      const known = byArticle.get(ticket.articleId);
      if (known) known.push(worth);
      else byArticle.set(ticket.articleId, [worth]);
    }
    for (const ofArticle of byArticle.values()) ofArticle.sort((one, other) => other - one);
    return byArticle;
  }

  private drop(ticket: LearnedTicket): void {
    this.kept.drop(ticket.reference);
    this.release(ticket);
  }

  private release({ slot }: LearnedTicket): void {
    this.neighbours.remove(slot);
    this.bySlot[slot] = undefined;
  }
}

function localeOf(articleId: string): string {
  return articleId.split('/')[0] ?? '';
}
