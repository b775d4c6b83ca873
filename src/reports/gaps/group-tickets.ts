import { readDraft } from '../../search/read-draft.ts';
import { scrub } from '../../privacy/scrub.ts';
import type { UnsolvedTicket } from './gap.ts';
import { groupTexts, type TextGroups } from './group-texts.ts';
import { SimilarTexts } from './similar-texts.ts';
import type { Profiles } from './word-profiles.ts';

/** Tickets of one cause. */
export interface TicketGroup {
  tickets: UnsolvedTicket[];
  /** What the tickets say, each wording once, the one nearest to all others first. */
  texts: string[];
  /** How often a question that an article answers kept these texts company, 0 to 1. */
  withQuestion: number;
  /** Articles whose question resembles these tickets, with the share of the texts nearest to it that are here. */
  asked: { articleId: string; share: number }[];
}

/** The question that an article answers: its title. */
export interface Question {
  articleId: string;
  text: string;
}

const minTickets = 3;
/** Grouping looks at this many different texts at most; the others join the group of those most like them. */
const maxTexts = 12_000;
const neighboursAsked = 8;
const maxTextChars = 600;

/** What a ticket says, without greeting, signature, quoted mail and personal data. */
export function ticketText({ subject, description }: UnsolvedTicket): string {
  const draft = readDraft({ subject, description });
  return scrub(`${draft.subject}\n${draft.message}\n${draft.errors}`.trim().slice(0, maxTextChars));
}

/** Groups tickets of one locale by their words. Tickets that share a cause with fewer than two others stay out. */
export function groupTickets(
  locale: string,
  tickets: UnsolvedTicket[],
  questions: Question[],
): TicketGroup[] {
  const ticketsOf = new Map<string, UnsolvedTicket[]>();
  for (const ticket of tickets) {
    const text = ticketText(ticket);
    const same = ticketsOf.get(text);
    if (same) same.push(ticket);
    else ticketsOf.set(text, [ticket]);
  }
  const texts = [...ticketsOf.keys()];
  const [looked, others] = spread(texts, maxTexts);
  const found = groupTexts(
    locale,
    looked,
    questions.map((question) => question.text),
  );
  const members = found.groups.map((group) => group.map((text) => looked[text]!));
  for (const [text, group] of joinGroups(found, others)) members[group]!.push(text);
  const asked = askedOf(found, questions);
  return members
    .map((group, number) => {
      const { withQuestion, profiles } = found;
      const numbers = found.groups[number]!;
      const share = numbers.reduce((sum, text) => sum + withQuestion[text]!, 0) / numbers.length;
      const central = mostCentral(numbers, profiles).map((text) => looked[text]!);
      return {
        tickets: group.flatMap((text) => ticketsOf.get(text) ?? []),
        texts: [...central, ...group.slice(numbers.length)],
        withQuestion: share,
        asked: asked[number]!,
      };
    })
    .filter((group) => group.tickets.length >= minTickets);
}

/** Evenly spread texts up to the limit, and the others. */
function spread(texts: string[], limit: number): [looked: string[], others: string[]] {
  if (texts.length <= limit) return [texts, []];
  const isLooked = (place: number): boolean =>
    Math.floor((place * limit) / texts.length) !== Math.floor(((place + 1) * limit) / texts.length);
  return [texts.filter((_, place) => isLooked(place)), texts.filter((_, place) => !isLooked(place))];
}

/** For texts that were not looked at: the group that most of the similar texts belong to, if there is one. */
function* joinGroups({ groups, profiles }: TextGroups, others: string[]): Generator<[string, number]> {
  if (others.length === 0) return;
  const groupOf = new Int32Array(profiles.known.length).fill(-1);
  groups.forEach((group, number) => group.forEach((text) => (groupOf[text] = number)));
  const similar = new SimilarTexts(profiles.known, profiles.traitCount);
  for (const text of others) {
    const votes = new Map<number, number>();
    let all = 0;
    for (const { text: near, likeness } of similar.nearest(profiles.profileOf(text), neighboursAsked)) {
      votes.set(groupOf[near]!, (votes.get(groupOf[near]!) ?? 0) + likeness);
      all += likeness;
    }
    const winner = [...votes].find(([group, votes]) => group >= 0 && votes > all / 2);
    if (winner) yield [text, winner[0]];
  }
}

function askedOf({ groups, nearQuestion }: TextGroups, questions: Question[]): TicketGroup['asked'][] {
  const groupOf = new Map(groups.flatMap((group, number) => group.map((text) => [text, number] as const)));
  const asked = groups.map((): TicketGroup['asked'] => []);
  nearQuestion.forEach((near, question) => {
    const { articleId } = questions[question]!;
    const all = near.reduce((sum, { likeness }) => sum + likeness, 0);
    const shares = new Map<number, number>();
    for (const { text, likeness } of near) {
      const group = groupOf.get(text);
      if (group !== undefined) shares.set(group, (shares.get(group) ?? 0) + likeness / all);
    }
    for (const [group, share] of shares) asked[group]!.push({ articleId, share });
  });
  return asked.map((shares) =>
    shares.sort((a, b) => b.share - a.share || (a.articleId < b.articleId ? -1 : 1)),
  );
}

/** The texts of a group, those that share most with all the others first. */
function mostCentral(group: number[], { known }: Profiles): number[] {
  const sums = new Map<number, number>();
  for (const text of group)
    known[text]!.traits.forEach((trait, place) => {
      sums.set(trait, (sums.get(trait) ?? 0) + known[text]!.weights[place]!);
    });
  const closeness = new Map(
    group.map((text) => {
      const { traits, weights } = known[text]!;
      return [text, traits.reduce((sum, trait, place) => sum + sums.get(trait)! * weights[place]!, 0)];
    }),
  );
  return [...group].sort((a, b) => closeness.get(b)! - closeness.get(a)! || a - b);
}
