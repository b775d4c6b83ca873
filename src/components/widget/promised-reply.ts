import { replySentence } from '../../messages/reply-sentence.ts';
import { texts } from './panel-texts.ts';

/**
 * By when a request sent now has its first reply, in words; empty when the office hours promise nothing. The calendar is fetched for it.
 */
export async function promisedReply(topic: string): Promise<string> {
  const { expectedReply } = await import('../../tickets/expected-reply.ts');
  const { officeHours, topics, timeZone } = texts;
  const ofTopic = topics.find(({ id }) => id === topic)?.replyWithinHours;
  const { replyWithinHours } = officeHours;
  const hours = { ...officeHours, replyWithinHours: ofTopic ?? replyWithinHours };
  const replyAt = expectedReply(new Date(), hours, timeZone);
  return replyAt ? replyWords(replyAt) : '';
}

/** Says by when there is a reply. */
export function replyWords(replyAt: Date): string {
  const { reply, messageLocale: locale, timeZone } = texts;
  return replySentence({ reply, locale }, { replyAt, now: new Date(), timeZone });
}
