import type { Closing, Gap } from '../../reports/gaps/gap.ts';
import { nameIn } from '../../site.ts';
import type { Desk } from './open-desk.ts';

/** What is known of a gap, as label and value; what is not known is left out. */
export function gapFacts(desk: Desk, gap: Gap): [label: string, value: string][] {
  const { figures, app, language } = desk;
  const text = desk.text.gaps;
  const topicName = (id: string): string => {
    const topic = app.site.topics.find((one) => one.id === id);
    return topic ? nameIn(language, topic.name) : id;
  };
  const { cost, votes } = gap;
  const facts: [string, string | undefined][] = [
    [text.id, gap.id],
    [text.cost, text.costs(figures.number(cost.ticketsPerMonth), figures.number(cost.minutesPerMonth / 60))],
    [text.change, gap.change && text.changes[gap.change]],
    [text.claimedBy, gap.claimedBy],
    [desk.text.common.locale, gap.locales.map((locale) => figures.language(locale)).join(', ')],
    [text.requesters, gap.requesters === null ? undefined : figures.number(gap.requesters)],
    [text.trend, gap.size > 0 ? text.trends[gap.trend] : undefined],
    [
      text.seen,
      gap.size > 0 ? text.between(figures.day(gap.firstSeen), figures.day(gap.lastSeen)) : undefined,
    ],
    [text.topics, gap.topics.map(({ topic, tickets }) => `${topicName(topic)} (${tickets})`).join(', ')],
    [text.words, gap.words.join(', ')],
    [text.missingWords, gap.missingWords?.join(', ')],
    [text.votes, votes && text.unhelpful(figures.number(votes.unhelpful), figures.number(votes.votes))],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value]] : []));
}

/** What the article that was to close a gap has done so far. */
export function closingEffect({ figures, text }: Desk, closing: Closing): string {
  const { ticketsPerWeekBefore, ticketsPerWeekAfter } = closing;
  const before = figures.number(ticketsPerWeekBefore);
  return ticketsPerWeekAfter === null
    ? text.gaps.tooEarly(before)
    : text.gaps.weekly(before, figures.number(ticketsPerWeekAfter));
}

/** The gaps in which a topic was chosen, or all. */
export function gapsAbout(gaps: readonly Gap[], topic: string | undefined): Gap[] {
  return gaps.filter(({ topics }) => topic === undefined || topics.some((one) => one.topic === topic));
}

/** How many people's trouble it is, in words: tickets, else searches, else votes. */
export function gapReach({ figures, text }: Pick<Desk, 'figures' | 'text'>, gap: Gap): string {
  const { size, votes } = gap;
  if (size > 0) return text.tickets.count(size, figures.number(size));
  const searches = gap.searches.reduce((sum, { count }) => sum + count, 0);
  if (searches > 0) return text.gaps.searchCount(searches, figures.number(searches));
  return votes ? text.gaps.unhelpful(figures.number(votes.unhelpful), figures.number(votes.votes)) : '';
}
