import type { NearestArticle, UnsolvedTicket } from './gap.ts';
import { ticketText, type TicketGroup } from './group-tickets.ts';

/** Asks the live index what it would suggest for a text, whatever the confidence. */
export type AskIndex = (text: { locale: string; subject: string; description: string }) => NearestArticle[];

/** What the index answers to a group's tickets. */
export interface Replay {
  /** Mean confidence of the best article of each ticket. */
  bestConfidence: number;
  /** Mean confidence of each article over the tickets replayed, best first; tickets it is not found for count as 0. */
  nearest: NearestArticle[];
  /** What was found for each ticket replayed. */
  answers: NearestArticle[][];
}

/** Enough to tell; more would only take longer. */
const maxReplayed = 12;

/** Replays up to twelve tickets of a group, spread evenly over it, on the index. */
export function replayGroup({ tickets }: TicketGroup, askIndex: AskIndex): Replay {
  const step = Math.max(1, tickets.length / maxReplayed);
  const count = Math.min(tickets.length, maxReplayed);
  const replayed = Array.from({ length: count }, (_, place) => tickets[Math.floor(place * step)]!);
  const answers = replayed.map((ticket) => askIndex(asDraft(ticket)));
  const sums = new Map<string, number>();
  for (const { articleId, confidence } of answers.flat())
    sums.set(articleId, (sums.get(articleId) ?? 0) + confidence);
  const best = answers.reduce((sum, [first]) => sum + (first?.confidence ?? 0), 0);
  return {
    bestConfidence: best / count,
    nearest: [...sums]
      .map(([articleId, sum]) => ({ articleId, confidence: sum / count }))
      .sort((a, b) => b.confidence - a.confidence || (a.articleId < b.articleId ? -1 : 1)),
    answers,
  };
}

function asDraft(ticket: UnsolvedTicket): Parameters<AskIndex>[0] {
  return { locale: ticket.locale, subject: '', description: ticketText(ticket) };
}

/** The section of an article that suggestions led most of these tickets to. */
export function mostReadSection(
  { answers }: Replay,
  articleId: string,
): { title: string; url: string } | undefined {
  const counts = new Map<string, { title: string; url: string; count: number }>();
  for (const { sectionTitle, url, ...near } of answers.flat()) {
    if (near.articleId !== articleId || sectionTitle === undefined || url === undefined) continue;
    const known = counts.get(url) ?? { title: sectionTitle, url, count: 0 };
    counts.set(url, { ...known, count: known.count + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count || (a.url < b.url ? -1 : 1));
  return most && { title: most.title, url: most.url };
}
