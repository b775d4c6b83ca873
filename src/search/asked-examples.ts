import { remainingWorth } from './asked-words.ts';
import type { SolvedTicket } from './asked-words.ts';
import { KeptTickets } from './kept-tickets.ts';
import type { SearchIndex } from './search-index.ts';
import type { AskedExample } from './train-asked-model.ts';

/** What an article says of itself. */
export interface OwnText {
  articleId: string;
  title: string;
  /** Its title and beginning. */
  lead: string;
}

/**
 * What to train on: the solved tickets that count, each worth less with age, and what all articles say of themselves,
 * so that those without tickets hold their own. In whatever order the tickets come, the examples are the same.
 */
export function askedExamples(solved: Iterable<SolvedTicket>, own: OwnText[]): AskedExample[] {
  const kept = new KeptTickets<SolvedTicket>();
  for (const ticket of solved) {
    kept.drop(ticket.reference);
    kept.keep(ticket);
  }
  const there = new Set(own.map(({ articleId }) => articleId));
  const tickets = kept.all().filter(({ articleId }) => there.has(articleId));
  const timeOf = ({ resolvedAt }: SolvedTicket) => Date.parse(resolvedAt) || 0;
  const newest = tickets.reduce((latest, ticket) => Math.max(latest, timeOf(ticket)), 0);
  return [
    ...tickets.map((ticket): AskedExample => {
      const worth = remainingWorth(newest - timeOf(ticket));
      return { articleId: ticket.articleId, text: ticket.text, worth, isTicket: true };
    }),
    ...own.flatMap(({ articleId, title, lead }): AskedExample[] =>
      [...new Set([title, lead])].map((text) => ({ articleId, text, worth: 1, isTicket: false })),
    ),
  ];
}

const leadChars = 400;

/** The titles and beginnings of all articles of an index. */
export function ownTexts(index: SearchIndex): OwnText[] {
  return Array.from({ length: index.articleCount }, (_, article) => {
    const { id, title } = index.name(article);
    const { pieces } = index.section(index.shelf.firstSections[article] ?? 0);
    const beginning = pieces.map(({ text }) => text).join('\n');
    return { articleId: id, title, lead: [title, beginning].filter(Boolean).join('\n').slice(0, leadChars) };
  });
}
