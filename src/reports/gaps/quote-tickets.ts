import { scrub } from '../../privacy/scrub.ts';
import type { UnsolvedTicket } from './gap.ts';
import { ticketText, type TicketGroup } from './group-tickets.ts';

const maxTitleChars = 100;
const maxSampleChars = 240;
const maxSamples = 5;
const maxOutline = 6;
const maxOutlineChars = 120;

/** The ticket that stands best for the others. */
export function centralTicket({ tickets, texts }: TicketGroup): UnsolvedTicket | undefined {
  return tickets.find((ticket) => ticketText(ticket) === texts[0]);
}

/** A title in a customer's own words: the subject of a ticket, else its first sentence. */
export function ticketTitle(ticket: Pick<UnsolvedTicket, 'subject' | 'description'>): string {
  const { subject, description } = ticket;
  const written = subject.trim() || firstSentence(ticketText({ ...emptyTicket, description }));
  return shorten(scrub(written), maxTitleChars);
}

const emptyTicket: UnsolvedTicket = {
  id: '',
  locale: '',
  subject: '',
  description: '',
  createdAt: '',
  shown: [],
  opened: [],
};

function firstSentence(text: string): string {
  return /^[^\n]*?[.!?…](?=\s|$)|^[^\n]+/u.exec(text.trim())?.[0] ?? text;
}

/** What a text asks: its first question, else its first sentence; the subject, which is its first line, often asks nothing. */
function questionIn(text: string): string {
  const question = /(?:^|[.!?…\n])\s*([^.!?…\n][^!?…\n]*?\?)/u.exec(text)?.[1];
  return question?.trim() ?? firstSentence(text);
}

/** The beginnings of the tickets that stand best for the others, without personal data. */
export function gapSamples({ texts }: TicketGroup): string[] {
  return texts.slice(0, maxSamples).map((text) => shorten(withoutEcho(text), maxSampleChars));
}

/** Many forms make the subject of the first words of the text: they are read once. */
function withoutEcho(text: string): string {
  const [subject = '', ...others] = text.split('\n');
  const description = others.join('\n').trim();
  if (description === '') return subject;
  const isEcho = description.startsWith(subject.trim().replace(/…$/, ''));
  if (isEcho) return description;
  // A line that ends as a sentence or a greeting does needs nothing between it and the next.
  return `${subject.trim()}${/[.,;:!?…]$/u.test(subject.trim()) ? '' : ' ·'} ${description}`;
}

/** What an article would have to answer: one question a line, those that stand best for the others first. */
export function gapOutline({ texts }: TicketGroup): string[] {
  const questions = texts.map((text) => shorten(questionIn(text), maxOutlineChars));
  return [...new Map(questions.map((question) => [question.toLowerCase(), question])).values()].slice(
    0,
    maxOutline,
  );
}

/** Topics the senders chose, most frequent first. */
export function gapTopics({ tickets }: TicketGroup): { topic: string; tickets: number }[] {
  const counts = new Map<string, number>();
  for (const { topic } of tickets) if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([topic, count]) => ({ topic, tickets: count }))
    .sort((one, other) => other.tickets - one.tickets || (one.topic < other.topic ? -1 : 1));
}

function shorten(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, maxChars - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxChars / 2)).trimEnd()}…`;
}
