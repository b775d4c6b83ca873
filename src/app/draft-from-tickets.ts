import { answerQuestion } from '../answers/answer-question.ts';
import { hasModel, type Model } from '../answers/model.ts';
import type { Passage } from '../answers/passage.ts';
import { withoutOrders } from '../answers/without-orders.ts';
import type { ArticleClaim } from '../articles/scaffold-article.ts';
import { scrub } from '../privacy/scrub.ts';
import type { Settings } from '../settings.ts';
import { openStore } from '../store/open-store.ts';
import { findTicket } from '../tickets/find-ticket.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** A gap whose article is to be drafted. */
export interface GapToDraft {
  title: string;
  locale: string;
  ticketIds: string[];
}

const maxTickets = 20;
const maxTicketChars = 1_500;
const timeoutMs = 60_000;

/**
 * What the tickets of a gap say, in sentences that each stand on the words of one of them, scrubbed. Tickets that were
 * settled come first: they are the ones that may hold a solution.
 *
 * @throws Error when no model is set up, or it does not answer.
 */
export async function draftFromTickets(settings: Settings, gap: GapToDraft): Promise<ArticleClaim[]> {
  if (!hasModel(settings.openai))
    throw new Error('--draft needs a model: set OPENAI_BASE_URL, or OPENAI_API_KEY and OPENAI_MODEL.');
  const store = await openStore(settings);
  const tickets: Ticket[] = [];
  try {
    for (const reference of gap.ticketIds) {
      const ticket = await findTicket(store, reference);
      if (ticket) tickets.push(ticket);
    }
  } finally {
    await store.close();
  }
  const { openAiModel } = await import('../answers/openai-model.ts');
  return claimsOf(gap, tickets, openAiModel({ ...settings.openai, timeoutMs }));
}

/** The sentences a model makes of tickets that stand on their words. */
export async function claimsOf(gap: GapToDraft, tickets: Ticket[], model: Model): Promise<ArticleClaim[]> {
  const isSettled = ({ status }: Ticket): boolean => status === 'resolved' || status === 'closed';
  const chosen = tickets
    .toSorted((one, other) => Number(isSettled(other)) - Number(isSettled(one)))
    .slice(0, maxTickets);
  const passages = chosen.map((ticket, at) => toPassage(gap.locale, ticket, at + 1));
  const claims: ArticleClaim[] = [];
  const task = { question: scrub(gap.title), passages, purpose: 'article' as const };
  for await (const step of answerQuestion(task, model, AbortSignal.timeout(timeoutMs))) {
    if (step.kind === 'refused' && step.reason === 'model-unavailable')
      throw new Error('The model does not answer; try again, or leave --draft out.');
    const ticket = step.kind === 'sentence' ? chosen[step.passage - 1] : undefined;
    if (step.kind === 'sentence' && ticket)
      claims.push({ sentence: step.sentence, ticket: ticket.reference, quote: step.quote });
  }
  return claims;
}

function toPassage(locale: string, { reference, subject, description }: Ticket, number: number): Passage {
  const text = withoutOrders(locale, scrub(description)).slice(0, maxTicketChars);
  const title = scrub(subject);
  return { number, articleId: reference, title, url: '', sectionTitle: title, locale, text };
}
