import { calendarDay } from '../../store/calendar-day.ts';
import type { Store } from '../../store/open-store.ts';
import { ticketsThatFit } from '../../tickets/list-tickets.ts';
import type { FigureSource } from './figure-source.ts';
import { median } from './median.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';
import { leastContent, ticketsIn } from './ticket-report.ts';
import { totalsByDay, totalsOf } from './totals-report.ts';

/** By what a review is cut. */
export const reviewCuts = ['locale', 'country', 'topic', 'team'] as const;

/** One of them. */
export type ReviewCut = (typeof reviewCuts)[number];

/** A rate or mean, and on how many observations it rests. */
export interface Measured {
  value: number | null;
  n: number;
}

/** What a support team steers by, for the tickets of one group. */
export interface ReviewRow {
  /** Language, country, topic or team; empty where tickets do not say, `*` for all. */
  group: string;
  tickets: number;
  /** Median hours until the first reply, and until the ticket was resolved. */
  firstReplyHours: Measured;
  resolutionHours: Measured;
  /** Resolved portal tickets to which their sender added nothing, of all resolved portal tickets. */
  firstContact: Measured;
  /** Tickets that are resolved or closed, of all. */
  resolved: Measured;
  /** Answers of 4 or 5, of all answers from 1 to 5. */
  satisfaction: Measured;
  /** Share of 9 and 10 minus share of 0 to 6, times 100: -100 to 100. */
  promoters: Measured;
  /** Mean effort of readers whom a suggestion answered, 1 (none) to 5 (much); by language only. */
  effort: Measured;
  /** Readers for each person who sent a ticket; by language only. */
  selfService: Measured;
  /** Ended tickets with an article, of all ended. */
  linkRate: Measured;
  /** Tickets solved with an article that was being read when they came, of all tickets solved with an article. */
  known: Measured;
}

/** The tickets of a period by groups, the largest first, after a row for all. */
export async function reviewReport(
  source: FigureSource,
  period: Period,
  cut: ReviewCut,
): Promise<ReviewRow[]> {
  const rowOf = await createRows(source, period);
  const tickets = await readTickets(source.store, period);
  const groups = [...Map.groupBy(tickets, (ticket) => ticket[cut] ?? '')];
  groups.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const rows = [await rowOf(everyTicket, tickets)];
  for (const [group, own] of groups) rows.push(await rowOf({ cut, group }, own));
  return rows;
}

/** The first row of the report alone: all tickets of the period. */
export async function reviewInAll(source: FigureSource, period: Period): Promise<ReviewRow> {
  const rowOf = await createRows(source, period);
  return rowOf(everyTicket, await readTickets(source.store, period));
}

/** Whose tickets a row is about. */
interface ReviewGroup {
  cut: ReviewCut;
  group: string;
}

const everyTicket: ReviewGroup = { cut: 'locale', group: '*' };

async function createRows(source: FigureSource, period: Period) {
  const firstRead = await firstReadDays(source);
  return async (of: ReviewGroup, tickets: readonly ReviewTicket[]): Promise<ReviewRow> => {
    const readers = await readersOf(source, period, of);
    return { group: of.group, ...ticketFigures(tickets, firstRead), ...readerFigures(tickets, readers) };
  };
}

type ReviewTicket = Awaited<ReturnType<typeof readTickets>>[number];

async function readTickets(store: Store, period: Period) {
  const rows = await ticketsThatFit(store, ticketsIn(period))
    .select([
      'reference',
      'locale',
      'country',
      'topic',
      'team',
      'status',
      'source',
      'requester',
      'resolution',
    ])
    .select(['createdAt', 'firstReplyAt', 'resolvedAt', 'satisfaction', 'recommendation'])
    .execute();
  const added = await store.database
    .selectFrom('followUps')
    .select('reference')
    .distinct()
    .where('kind', '=', 'added')
    .where('createdAt', '>=', period.since)
    .execute();
  const wroteAgain = new Set(added.map(({ reference }) => reference));
  return rows.map((row) => ({
    ...row,
    hasMore: wroteAgain.has(row.reference),
    day: calendarDay(new Date(row.createdAt), period.timeZone),
  }));
}

/** The first day each article was read. */
async function firstReadDays({ store, open }: FigureSource): Promise<Map<string, string>> {
  const rows = await store.database
    .selectFrom('dailyFigures')
    .select('articleId')
    .select((eb) => eb.fn.min('day').as('day'))
    .where('kind', '=', 'viewed')
    .groupBy('articleId')
    .execute();
  const days = new Map(rows.map(({ articleId, day }) => [articleId, day]));
  for (const { kind, articleId, day } of open.figures)
    if (kind === 'viewed' && day < (days.get(articleId) ?? '9')) days.set(articleId, day);
  return days;
}

const hourMs = 3_600_000;

function ticketFigures(tickets: readonly ReviewTicket[], firstRead: ReadonlyMap<string, string>) {
  const ended = tickets.filter(({ status }) => status === 'resolved' || status === 'closed');
  const own = ended.filter(({ source }) => source === 'portal');
  const linked = ended.filter(({ resolution }) => resolution !== null);
  const satisfaction = tickets.flatMap((ticket) => ticket.satisfaction ?? []);
  const recommendation = tickets.flatMap((ticket) => ticket.recommendation ?? []);
  const hours = (until: 'firstReplyAt' | 'resolvedAt'): Measured => {
    const waits = tickets.flatMap((ticket) => {
      const end = ticket[until];
      return end === null ? [] : (Date.parse(end) - Date.parse(ticket.createdAt)) / hourMs;
    });
    return { value: median(waits), n: waits.length };
  };
  return {
    tickets: tickets.length,
    firstReplyHours: hours('firstReplyAt'),
    resolutionHours: hours('resolvedAt'),
    firstContact: share(own, ({ hasMore }) => !hasMore),
    resolved: { value: shareOf(ended.length, tickets.length), n: tickets.length },
    satisfaction: share(satisfaction, (answer) => answer >= leastContent),
    promoters: promoterScore(recommendation),
    linkRate: share(ended, ({ resolution }) => resolution !== null),
    known: share(linked, ({ resolution, day }) => (firstRead.get(resolution ?? '') ?? '9') <= day),
  };
}

function share<Value>(values: readonly Value[], fits: (value: Value) => boolean): Measured {
  return { value: shareOf(values.filter(fits).length, values.length), n: values.length };
}

/** F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003. */
function promoterScore(answers: readonly number[]): Measured {
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  const score = shareOf(promoters - detractors, answers.length);
  return { value: score === null ? null : score * 100, n: answers.length };
}

/** What readers did has a language, and neither country nor topic nor team. */
async function readersOf(source: FigureSource, period: Period, { cut, group }: ReviewGroup) {
  if (period.topic !== undefined || (group !== '*' && cut !== 'locale')) return undefined;
  const locale = group === '*' ? period.locale : group;
  return totalsOf(await totalsByDay(source, { ...period, locale }));
}

function readerFigures(
  tickets: readonly ReviewTicket[],
  totals: ReturnType<typeof totalsOf> | undefined,
): Pick<ReviewRow, 'effort' | 'selfService'> {
  const nothing = { value: null, n: 0 };
  if (!totals) return { effort: nothing, selfService: nothing };
  const named = new Set(tickets.map(({ requester, reference }) => requester ?? reference));
  return {
    effort: { value: shareOf(totals.effortPoints, totals.effortAnswers), n: totals.effortAnswers },
    selfService: { value: shareOf(totals.readers, named.size), n: named.size },
  };
}

/** Gaps that were closed in a period. */
export async function closedGaps(store: Store, { since, until, locale }: Period): Promise<number> {
  let gaps = store.database
    .selectFrom('gaps')
    .where('state', '=', 'closed')
    .where('closedAt', '>=', since)
    .where('closedAt', '<', until);
  if (locale !== undefined) gaps = gaps.where('locale', '=', locale);
  const { count } = await gaps.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return count;
}
