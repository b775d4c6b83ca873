import { RateLimiterMemory } from 'rate-limiter-flexible';
import { messagesFor } from '../messages/messages.ts';
import { replySentence } from '../messages/reply-sentence.ts';
import type { Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { NewMail } from '../tickets/mail-queue.ts';
import type { Sealer } from '../tickets/seal-text.ts';
import { normaliseRequester } from '../tickets/ticket-row.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { confirmationMail, type WaitingPassage } from './confirmation-mail.ts';
import type { MailSender } from './mail-sender.ts';
import { promisedReply } from './reply-promise.ts';
import type { TicketRequest } from './ticket-request.ts';

/** Confirms tickets by e-mail. */
export interface Confirming {
  /** What makes the e-mail of a ticket once it has a reference; nothing when there is to be none. */
  mailFor(ticket: TicketRequest): Promise<((ticket: Ticket, token: string) => NewMail) | undefined>;
  /** A mail was queued. */
  wake(): void;
}

/** What confirming works with. */
export interface ConfirmingParts {
  site: Site;
  siteUrl: string | undefined;
  clock: Clock;
  sealer: Sealer;
  sender: MailSender;
  /** Whether there is a mail server. */
  isOn: boolean;
  passagesFor: (ticket: Ticket) => WaitingPassage[];
}

/** An address gets this many confirmations an hour: whoever gives somebody else's does not fill their inbox. */
const mailsPerHour = 5;
const hourSeconds = 3600;

/** Confirmations by e-mail, with the passages that may help meanwhile. */
export function createConfirming(parts: ConfirmingParts): Confirming {
  const { site, clock, sealer, isOn } = parts;
  const perAddress = new RateLimiterMemory({ points: mailsPerHour, duration: hourSeconds });
  const replyTo = ({ locale, ...ticket }: Ticket): string => {
    const now = clock();
    const replyAt = promisedReply(site, { sentAt: now, ...ticket });
    return replyAt ? replySentence(messagesFor(locale), { replyAt, now, timeZone: site.timeZone }) : '';
  };
  return {
    wake: () => parts.sender.wake(),
    async mailFor({ email }) {
      const recipient = normaliseRequester(email);
      if (!isOn || !(await isWithin(perAddress, recipient))) return undefined;
      return (ticket, token) => {
        const confirmation = {
          reply: replyTo(ticket),
          pageUrl: `/${ticket.locale}/requests/${ticket.reference}?token=${token}`,
          passages: parts.passagesFor(ticket),
        };
        const text = confirmationMail(ticket, confirmation, parts.siteUrl);
        return { recipient, sealed: sealer.seal(JSON.stringify(text)) };
      };
    },
  };
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
