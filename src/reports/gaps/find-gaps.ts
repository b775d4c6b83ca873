import { hashText } from '../../search/term-rules.ts';
import { gapSamples, gapTitle, groupWords, tellingWords, trendOf, WordCounts } from './describe-gap.ts';
import { diagnoseGroup, type Diagnosis } from './diagnose-group.ts';
import type { ArticleWords, Gap, GapReport, KnownArticle, UnsolvedTicket } from './gap.ts';
import { groupTickets, ticketText, type TicketGroup } from './group-tickets.ts';
import { missingKeywords } from './missing-words.ts';
import { replayGroup, type AskIndex, type Replay } from './replay-group.ts';

/** What the gap report is made from. */
export interface GapInput {
  tickets: UnsolvedTicket[];
  articles: KnownArticle[];
  /** The live index of the ticket's locale; up to five articles are enough. */
  askIndex: AskIndex;
  /** Only asked for articles that are hard to find. */
  wordsOf(articleId: string): ArticleWords;
  /** Least confidence of a suggestion that is shown. */
  threshold: number;
  /** ISO 8601; tickets before are not given. */
  since: string;
  generatedAt: string;
  onProgress?: (done: number, total: number) => void;
}

const nearestShown = 3;
const maxTextsCounted = 20_000;

/**
 * Groups unsolved tickets by cause, replays each group on the live index and says what to do about it.
 *
 * The same input gives the same report. Largest first; of two of one size, the surer diagnosis first.
 */
export function findGaps(input: GapInput): GapReport {
  const { tickets, since, generatedAt, onProgress } = input;
  const gaps: Gap[] = [];
  let grouped = 0;
  let answered = 0;
  const locales = [...new Set(tickets.map((ticket) => ticket.locale))].sort();
  for (const locale of locales) {
    const own = tickets.filter((ticket) => ticket.locale === locale).sort(byAge);
    const groups = groupTickets(locale, own, questionsOf(input.articles, locale));
    const everywhere = new WordCounts(locale, own.slice(0, maxTextsCounted).map(ticketText));
    groups.forEach((group, number) => {
      const replay = replayGroup(group, input.askIndex);
      const diagnosis = diagnoseGroup(group, replay, input.threshold);
      grouped += group.tickets.length;
      if (diagnosis.kind === 'found') answered += group.tickets.length;
      else gaps.push(toGap(input, { locale, group, replay, diagnosis, everywhere }));
      onProgress?.(number + 1, groups.length);
    });
  }
  gaps.sort((a, b) => b.size - a.size || surenessOf(b) - surenessOf(a) || (a.id < b.id ? -1 : 1));
  return { generatedAt, since, tickets: tickets.length, ungrouped: tickets.length - grouped, answered, gaps };
}

/** Oldest first, so that the order tickets come in does not matter. */
function byAge(a: UnsolvedTicket, b: UnsolvedTicket): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function questionsOf(articles: KnownArticle[], locale: string): { articleId: string; text: string }[] {
  return articles
    .filter((article) => article.locale === locale)
    .map(({ id, title }) => ({ articleId: id, text: title }))
    .sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
}

/** How sure the diagnosis is: of two gaps of one size, the surer one comes first. */
function surenessOf({ kind, unanswered }: Gap): number {
  return kind === 'write' || kind === 'route' ? unanswered : 1 - unanswered;
}

interface Found {
  locale: string;
  group: TicketGroup;
  replay: Replay;
  diagnosis: Exclude<Diagnosis, { kind: 'found' }>;
  everywhere: WordCounts;
}

function toGap(input: GapInput, { locale, group, replay, diagnosis, everywhere }: Found): Gap {
  const tickets = [...group.tickets].sort(byAge);
  const times = tickets.map((ticket) => ticket.createdAt);
  const words = tellingWords(groupWords(locale, group), everywhere);
  const keys = tickets.flatMap((ticket) => ticket.requesterKey ?? []);
  const article =
    'articleId' in diagnosis ? input.articles.find(({ id }) => id === diagnosis.articleId) : undefined;
  const keywords =
    article && diagnosis.kind === 'make-findable'
      ? missingKeywords(words, article, input.wordsOf(article.id))
      : undefined;
  return {
    id: `gap-${hashText(`${locale} ${tickets[0]!.id}`).slice(0, 8)}`,
    kind: diagnosis.kind,
    locale,
    title: gapTitle(group),
    size: tickets.length,
    ticketIds: tickets.map((ticket) => ticket.id),
    requesters: keys.length > 0 ? new Set(keys).size : null,
    words: words.map(({ word }) => word),
    nearest: replay.nearest.slice(0, nearestShown).map(rounded),
    trend: trendOf(times, input.since, input.generatedAt),
    firstSeen: times[0]!,
    lastSeen: times.at(-1)!,
    samples: gapSamples(group),
    unanswered: round(diagnosis.unanswered),
    ...(article && { articleId: article.id }),
    ...keywords,
  };
}

function rounded({ articleId, confidence }: { articleId: string; confidence: number }): Gap['nearest'][0] {
  return { articleId, confidence: round(confidence) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
