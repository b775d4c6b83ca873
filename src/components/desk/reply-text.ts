import type { ReplyDraft } from '../../app/reply-drafting.ts';
import type { answersEnglish } from '../../messages/desk-answers.en.ts';

/** What a reply is put together from. */
export interface ReplyParts {
  draft: ReplyDraft;
  /** Name of the sender, who is greeted by it; it was never sent to the model. */
  name: string | undefined;
  /** Public address of the portal. */
  origin: string;
  text: Pick<typeof answersEnglish, 'greeting' | 'closing' | 'readMore'>;
}

/** The whole reply as plain text: greeting, verified sentences, the articles they stand on, closing. */
export function replyText({ draft, name = '', origin, text }: ReplyParts): string {
  const cited = new Set(draft.sentences.map(({ passage }) => passage));
  const links = draft.sources
    .filter(({ number }) => cited.has(number))
    .map(({ title, url }) => `- ${title}: ${origin}${url}`);
  return [
    text.greeting(name),
    draft.sentences.map(({ sentence }) => sentence).join(' '),
    [text.readMore, ...links].join('\n'),
    text.closing,
  ].join('\n\n');
}
