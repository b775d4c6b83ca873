import type { App } from '../../app.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** An article that may solve a ticket, to choose from. */
export interface Proposal {
  articleId: string;
  title: string;
  url: string;
  /** 0 to 1 for what is suggested; absent for what was searched. */
  confidence?: number;
  /** The sender has read it, and wrote all the same. */
  hasFailed?: boolean;
}

/** The part of the app that proposals come from. */
type Proposing = Pick<App, 'search' | 'nearest' | 'article' | 'catalog'>;

const proposalsShown = 8;

/**
 * Articles to solve a ticket with: the one an address names, else those the words find; without words, those nearest to the ticket. Those
 * that failed its sender come last, marked.
 */
export function proposeArticles(app: Proposing, ticket: Ticket, find: string): Proposal[] {
  const failed = failedArticles(ticket);
  const proposals = articlesFor(app, ticket, find).map((proposal) =>
    failed.has(proposal.articleId) ? { ...proposal, hasFailed: true } : proposal,
  );
  return proposals.sort((one, other) => Number(one.hasFailed ?? false) - Number(other.hasFailed ?? false));
}

/** What the sender opened, pushed away, said to be the solution, or wrote from: sending it once more answers nothing. */
function failedArticles({ suggestions, article }: Ticket): Set<string | undefined> {
  const failed = suggestions.filter(
    ({ opened, rejected, solved }) => opened || solved || rejected !== undefined,
  );
  return new Set([...failed.map(({ articleId }) => articleId), article]);
}

function articlesFor(app: Proposing, ticket: Ticket, find: string): Proposal[] {
  if (find === '') return nearestTo(app, ticket);
  const named = articleNamed(app, find);
  if (named) return [{ articleId: named.id, title: named.title, url: named.url }];
  const { hits } = app.search({ query: find, locale: searchableLocale(app, ticket), limit: proposalsShown });
  return hits.map(({ articleId, title, url }) => ({ articleId, title, url }));
}

function nearestTo(app: Proposing, ticket: Ticket): Proposal[] {
  const { subject, description } = ticket;
  const nearest = app.nearest({ locale: searchableLocale(app, ticket), subject, description });
  return nearest.flatMap(({ articleId, confidence }) => {
    const article = app.article(articleId);
    return article ? [{ articleId, title: article.title, url: article.url, confidence }] : [];
  });
}

/** A ticket from another help desk may be in a language the portal does not have. */
function searchableLocale({ catalog }: Proposing, { locale }: Ticket): string {
  return catalog.locales.includes(locale) ? locale : catalog.defaultLocale;
}

/** The article behind an id or an address: `fr/billing/refunds`, `https://help.example.org/fr/articles/billing/refunds#card`. */
function articleNamed(app: Proposing, text: string): ReturnType<App['article']> {
  const path = URL.canParse(text) ? new URL(text).pathname : (text.split('#')[0] ?? '');
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return app.article(trimmed.replace(/^([^/]+)\/articles\//, '$1/'));
}
