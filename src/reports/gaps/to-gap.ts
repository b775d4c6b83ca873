import { hashText } from '../../search/term-rules.ts';
import { trendOf, type CustomerWord } from './describe-gap.ts';
import type { Diagnosis } from './diagnose-group.ts';
import type { GapInput } from './find-gaps.ts';
import { costOf } from './gap-cost.ts';
import type { FailedSearch, Gap, KnownArticle, NearestArticle, UnsolvedTicket } from './gap.ts';
import type { TicketGroup } from './group-tickets.ts';
import { missingKeywords } from './missing-words.ts';
import { centralTicket, gapOutline, gapSamples, gapTopics, ticketTitle } from './quote-tickets.ts';
import { mostReadSection, type Replay } from './replay-group.ts';
import { actionFor } from './wording.ts';

/** A group of tickets with what was found out about it. */
export interface DiagnosedGroup {
  locale: string;
  group: TicketGroup;
  replay: Replay;
  diagnosis: Exclude<Diagnosis, { kind: 'found' }>;
  words: CustomerWord[];
  searches: FailedSearch[];
}

/** Minutes a ticket takes where the owner has not said. */
const usualMinutesPerTicket = 15;
const nearestShown = 3;
const searchesShown = 10;

/** Says all there is to say about a group of tickets. */
export function toGap(input: GapInput, found: DiagnosedGroup): Gap {
  const { locale, group, replay, diagnosis, words, searches } = found;
  const tickets = [...group.tickets].sort(byAge);
  const times = tickets.map((ticket) => ticket.createdAt);
  const keys = tickets.flatMap((ticket) => ticket.requesterKey ?? []);
  const topics = gapTopics(group);
  const central = centralTicket(group) ?? tickets[0]!;
  const gap: Omit<Gap, 'action'> = {
    id: temporaryId(`${locale} ${tickets[0]!.id}`),
    kind: diagnosis.kind,
    locale,
    locales: [locale],
    title: ticketTitle(central),
    size: tickets.length,
    ticketIds: tickets.map(({ id }) => id),
    titleTicket: central.id,
    requesters: keys.length > 0 ? new Set(keys).size : null,
    topics,
    words: words.map(({ word }) => word),
    nearest: replay.nearest.slice(0, nearestShown).map((near) => named(rounded(near), input.articles)),
    trend: trendOf(times, input.since, input.generatedAt),
    firstSeen: times[0]!,
    lastSeen: times.at(-1)!,
    samples: gapSamples(group),
    outline: gapOutline(group),
    searches: searches.slice(0, searchesShown).map(({ query, count }) => ({ query, count })),
    cost: costOf(tickets.length, {
      ...input,
      minutesPerTicket: input.minutesPerTicket ?? usualMinutesPerTicket,
    }),
    unanswered: round(diagnosis.unanswered),
    ...whatToWorkOn(input, found),
  };
  return { ...gap, action: actionFor(gap) };
}

function whatToWorkOn(input: GapInput, { diagnosis, group, replay, words }: DiagnosedGroup): Partial<Gap> {
  if (diagnosis.kind === 'route') {
    const [topic] = gapTopics(group);
    const team = topic && input.teams?.get(topic.topic);
    return team === undefined ? {} : { team };
  }
  if (!('articleId' in diagnosis)) return {};
  const article = input.articles.find(({ id }) => id === diagnosis.articleId);
  if (!article) return {};
  const section = mostReadSection(replay, article.id);
  return diagnosis.kind === 'make-findable'
    ? { ...workOn(article), ...missingKeywords(words, article, input.wordsOf(article.id)) }
    : { ...workOn(article), ...(section && { section }) };
}

function workOn({ id, title }: KnownArticle): Pick<Gap, 'articleId' | 'articleTitle'> {
  return { articleId: id, articleTitle: title };
}

/** The same with its title. */
export function named(near: NearestArticle, articles: readonly KnownArticle[]): NearestArticle {
  const article = articles.find(({ id }) => id === near.articleId);
  return article ? { ...near, title: article.title } : near;
}

/** A gap of the period that no ticket speaks of yet. */
export function gapWithoutTickets(
  input: GapInput,
  { about, ...own }: Pick<Gap, 'kind' | 'locale' | 'title'> & { about: string },
): Omit<Gap, 'action'> {
  const { since, generatedAt, minutesPerTicket = usualMinutesPerTicket } = input;
  return {
    ...own,
    id: temporaryId(`${own.locale} ${about}`),
    locales: [own.locale],
    size: 0,
    ticketIds: [],
    requesters: null,
    topics: [],
    words: [],
    nearest: [],
    trend: 'steady',
    firstSeen: since,
    lastSeen: generatedAt,
    samples: [],
    outline: [],
    searches: [],
    cost: costOf(0, { since, generatedAt, minutesPerTicket }),
    unanswered: 0,
  };
}

/** Stands for a gap until a register gives it a lasting id. */
function temporaryId(about: string): string {
  return `gap-${hashText(about).slice(0, 8)}`;
}

/** Oldest first, so that the order tickets come in does not matter. */
export function byAge(a: UnsolvedTicket, b: UnsolvedTicket): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** An article as reports show it, without its section. */
export function rounded({ articleId, confidence }: NearestArticle): NearestArticle {
  return { articleId, confidence: round(confidence) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
