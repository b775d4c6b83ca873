import type { Site } from '../site.ts';
import { expectedReply } from '../tickets/expected-reply.ts';
import { triageText } from '../tickets/triage.ts';

/** What a promise depends on. */
export interface PromisedTicket {
  /** When it was, or would be, sent. */
  sentAt: Date;
  topic?: string | undefined;
  subject?: string;
  description?: string;
}

/**
 * The time by which a ticket has its first reply: office hours and holidays, with the shortest of what the site, the topic and the words
 * that mean trouble allow. Nothing when no working day comes within a year.
 */
export function promisedReply(site: Site, ticket: PromisedTicket): Date | undefined {
  const { officeHours, timeZone, topics, urgent } = site;
  const ofTopic = topics.find(({ id }) => id === ticket.topic)?.replyWithinHours;
  const usual = ofTopic ?? officeHours.replyWithinHours;
  const text = `${ticket.subject ?? ''}\n${ticket.description ?? ''}`;
  const { replyWithinHours = usual } = triageText(text, urgent);
  const hours = { ...officeHours, replyWithinHours: Math.min(usual, replyWithinHours) };
  return expectedReply(ticket.sentAt, hours, timeZone);
}
