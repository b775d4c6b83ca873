import { fill } from '../messages/format-message.ts';
import { messagesFor } from '../messages/messages.ts';
import { plainText } from '../tickets/plain-text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { MailText } from './mail-sender.ts';

/** A passage offered while somebody waits for a reply. */
export interface WaitingPassage {
  articleId: string;
  title: string;
  url: string;
  /** Sanitised HTML. */
  passage: string;
}

/** What the e-mail that confirms a request tells beside its reference. */
export interface Confirmation {
  /** By when there is a reply; empty when nothing is promised. */
  reply: string;
  /** Root-relative address of the private page. */
  pageUrl: string;
  passages: readonly WaitingPassage[];
}

/**
 * The e-mail that confirms a request. It repeats nothing of what was written: an address given by somebody else must not be a way to have
 * texts of strangers delivered. Links need the public address of the portal; without one they are left out.
 */
export function confirmationMail(
  { locale, reference }: Ticket,
  { reply, pageUrl, passages }: Confirmation,
  siteUrl: string | undefined,
): MailText {
  const { mail } = messagesFor(locale);
  const parts = [
    fill(mail.received, { reference, reply: reply && `${reply}.` }).trimEnd(),
    siteUrl !== undefined && fill(mail.follow, { url: siteUrl + pageUrl }),
    passages.length > 0 && mail.whileYouWait,
    ...passages.map(({ title, url, passage }) =>
      [`* ${title}`, plainText(passage), siteUrl !== undefined && siteUrl + url].filter(Boolean).join('\n'),
    ),
    mail.notYou,
  ];
  return { subject: fill(mail.subject, { reference }), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
