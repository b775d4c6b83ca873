import { factsOf, type Fact, type FactOf } from './facts.ts';
import { count, factsIn, share, trueOverview, type TruthFilter } from './truth.ts';

type TicketFact = FactOf<'ticket'>;

/** The monthly review as it has to be: by group, and `*` for all. */
export function trueReview(
  all: readonly Fact[],
  filter: TruthFilter,
  cut: 'locale' | 'country' | 'topic' | 'team',
) {
  const tickets = factsOf(factsIn(all, filter), 'ticket');
  const firstRead = firstReadDays(all);
  const rowOf = (group: string, own: readonly TicketFact[]) => ({
    group,
    ...ticketFigures(own, firstRead),
    ...readerFigures(all, filter, { cut, group }),
  });
  const groups = Map.groupBy(tickets, (ticket) => ticket[cut]);
  return [rowOf('*', tickets), ...[...groups].map(([group, own]) => rowOf(group, own))];
}

function firstReadDays(all: readonly Fact[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { articleId, day } of factsOf(all, 'view'))
    if (day < (days.get(articleId) ?? '9')) days.set(articleId, day);
  return days;
}

function ticketFigures(tickets: readonly TicketFact[], firstRead: ReadonlyMap<string, string>) {
  const ended = tickets.filter(({ status }) => status === 'resolved' || status === 'closed');
  const linked = ended.filter(({ resolution }) => resolution !== undefined);
  const own = ended.filter(({ source }) => source === 'portal');
  const satisfaction = tickets.flatMap((ticket) => ticket.satisfaction ?? []);
  const recommendation = tickets.flatMap((ticket) => ticket.recommendation ?? []);
  const promoters = count(recommendation, (answer) => answer >= 9);
  const detractors = count(recommendation, (answer) => answer <= 6);
  const score = share(100 * (promoters - detractors), recommendation.length);
  return {
    tickets: tickets.length,
    firstReplyHours: medianHours(tickets, ({ firstReplyAt }) => firstReplyAt),
    resolutionHours: medianHours(tickets, ({ resolvedAt }) => resolvedAt),
    firstContact: part(own, ({ isAddedTo }) => !isAddedTo),
    resolved: { value: share(ended.length, tickets.length), n: tickets.length },
    satisfaction: part(satisfaction, (answer) => answer >= 4),
    promoters: { value: score, n: recommendation.length },
    linkRate: part(ended, ({ resolution }) => resolution !== undefined),
    known: part(linked, ({ resolution = '', day }) => (firstRead.get(resolution) ?? '9') <= day),
  };
}

function part<Value>(values: readonly Value[], fits: (value: Value) => boolean) {
  return { value: share(count(values, fits), values.length), n: values.length };
}

function medianHours(tickets: readonly TicketFact[], until: (ticket: TicketFact) => number | undefined) {
  const hours = tickets
    .flatMap((ticket) => {
      const end = until(ticket);
      return end === undefined ? [] : (end - ticket.sentAt) / 3_600_000;
    })
    .sort((one, other) => one - other);
  const middle = hours.slice(Math.ceil(hours.length / 2) - 1, Math.floor(hours.length / 2) + 1);
  const sum = middle.reduce((total, value) => total + value, 0);
  return { value: share(sum, middle.length), n: hours.length };
}

/** What readers did has a language, and neither country nor topic nor team. */
function readerFigures(
  all: readonly Fact[],
  filter: TruthFilter,
  { cut, group }: { cut: string; group: string },
) {
  if (group !== '*' && cut !== 'locale')
    return { effort: { value: null, n: 0 }, selfService: { value: null, n: 0 } };
  const locale = group === '*' ? filter.locale : group;
  const { effort, effortAnswers, selfServiceScore, senders } = trueOverview(all, { ...filter, locale });
  return {
    effort: { value: effort, n: effortAnswers },
    selfService: { value: selfServiceScore, n: senders },
  };
}
