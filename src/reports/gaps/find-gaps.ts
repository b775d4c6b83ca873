import { groupWords, tellingWords, WordCounts } from './describe-gap.ts';
import { diagnoseGroup, surveyGroups } from './diagnose-group.ts';
import type {
  ArticleVotes,
  ArticleWords,
  FailedSearch,
  Gap,
  GapReport,
  KnownArticle,
  UnsolvedTicket,
} from './gap.ts';
import { expectedCost } from './gap-cost.ts';
import { searchGaps } from './search-gaps.ts';
import { groupTickets, ticketText } from './group-tickets.ts';
import { placeSearches } from './place-searches.ts';
import { replayGroup, type AskIndex } from './replay-group.ts';
import { byAge, toGap } from './to-gap.ts';
import { addVotes } from './vote-gaps.ts';

/** What the gap report is made from. */
export interface GapInput {
  tickets: UnsolvedTicket[];
  /** Searches that found nothing. */
  searches?: FailedSearch[];
  votes?: ArticleVotes[];
  articles: KnownArticle[];
  /** The live index of the ticket's locale; up to five articles are enough. */
  askIndex: AskIndex;
  /** Only asked for articles that are hard to find. */
  wordsOf(articleId: string): ArticleWords;
  /** Least confidence of a suggestion that is shown. */
  threshold: number;
  /** What a ticket takes; 15 when absent. */
  minutesPerTicket?: number;
  /** Who works on the tickets of a topic, by its id. */
  teams?: ReadonlyMap<string, string>;
  /** ISO 8601; tickets before are not given. */
  since: string;
  generatedAt: string;
  onProgress?: (done: number, total: number) => void;
}

/** A report, and the groups whose article is found as it is, by which a closed gap is known again. */
export interface GatheredGaps {
  report: GapReport;
  /** As articles to rewrite: what they are when tickets keep coming. */
  answeredGroups: Gap[];
}

const maxTextsCounted = 20_000;

/**
 * Groups unsolved tickets by cause, replays each group on the live index and says what to do about it. Searches without
 * a result and unhelpful votes join the gaps they belong to, or are gaps of their own when there are enough.
 *
 * The same input gives the same report. Dearest first, each by its cost times how likely its diagnosis is right.
 */
export function findGaps(input: GapInput): GapReport {
  return gatherGaps(input).report;
}

/** `findGaps`, with the groups that are no gap. */
export function gatherGaps(input: GapInput): GatheredGaps {
  const { tickets, searches = [], since, generatedAt } = input;
  const locales = [...new Set([...tickets, ...searches].map(({ locale }) => locale))].sort();
  const parts = locales.map((locale) => gatherLocale(input, locale));
  const gaps = addVotes(
    parts.flatMap((part) => part.gaps),
    input,
  );
  gaps.sort(
    (a, b) =>
      expectedCost(b) - expectedCost(a) ||
      b.size - a.size ||
      interestIn(b) - interestIn(a) ||
      (a.id < b.id ? -1 : 1),
  );
  const answeredGroups = parts.flatMap((part) => part.answeredGroups);
  const answered = answeredGroups.reduce((sum, { ticketIds }) => sum + ticketIds.length, 0);
  const inGaps = gaps.reduce((sum, { size }) => sum + size, 0);
  const ungrouped = tickets.length - answered - inGaps;
  return {
    report: { generatedAt, since, tickets: tickets.length, ungrouped, answered, gaps },
    answeredGroups,
  };
}

function gatherLocale(input: GapInput, locale: string): { gaps: Gap[]; answeredGroups: Gap[] } {
  const own = input.tickets.filter((ticket) => ticket.locale === locale).sort(byAge);
  const groups = groupTickets(locale, own, questionsOf(input.articles, locale));
  const everywhere = new WordCounts(locale, own.slice(0, maxTextsCounted).map(ticketText));
  const counts = groups.map((group) => groupWords(locale, group));
  const searches = (input.searches ?? []).filter((search) => search.locale === locale);
  const placed = placeSearches(counts, searches);
  const answeredGroups: Gap[] = [];
  const gaps: Gap[] = [];
  const replays = groups.map((group, number) => {
    input.onProgress?.(number + 1, groups.length);
    return replayGroup(group, input.askIndex);
  });
  const survey = surveyGroups(groups, replays);
  groups.forEach((group, number) => {
    const replay = replays[number]!;
    const diagnosis = diagnoseGroup(group, replay, { survey, threshold: input.threshold });
    const words = tellingWords(counts[number]!, everywhere);
    const found = { locale, group, replay, words, searches: placed.ofGroup[number]! };
    if (diagnosis.kind === 'found')
      answeredGroups.push(toGap(input, { ...found, diagnosis: { ...diagnosis, kind: 'rewrite' } }));
    else gaps.push(toGap(input, { ...found, diagnosis }));
  });
  return { gaps: [...gaps, ...searchGaps(input, locale, placed.others)], answeredGroups };
}

function questionsOf(articles: KnownArticle[], locale: string): { articleId: string; text: string }[] {
  return articles
    .filter((article) => article.locale === locale)
    .map(({ id, title }) => ({ articleId: id, text: title }))
    .sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
}

/** Searches and unhelpful votes: what tells gaps without a ticket apart. */
function interestIn({ searches, votes }: Gap): number {
  return searches.reduce((sum, { count }) => sum + count, 0) + (votes?.unhelpful ?? 0);
}
