import { createTransport } from 'nodemailer';
import type { Settings } from '../settings.ts';
import type { Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { dropMail, putMailOff, takeDueMails } from '../tickets/mail-queue.ts';
import type { Sealer } from '../tickets/seal-text.ts';
import type { MailRow } from '../store/schema.ts';

const pollMs = 5_000;
const mailsAtOnce = 20;
const connectTimeoutMs = 10_000;
const answerTimeoutMs = 30_000;
/** Of what a mail server says about a recipient, the 500s are for good (RFC 5321, section 4.2.1). */
const firstPermanentCode = 500;

/** What an e-mail says. */
export interface MailText {
  subject: string;
  text: string;
}

/** Delivers what is queued. */
export interface MailSender {
  /** Looks at the queue now instead of in a few seconds. */
  wake(): void;
  stop(): Promise<void>;
}

/** What delivering works with. */
export interface MailSenderParts {
  store: Store;
  clock: Clock;
  sealer: Sealer;
  site: Pick<Site, 'name' | 'contactEmail'>;
  settings: Pick<Settings, 'smtpUrl' | 'siteUrl'>;
  onFailure: (error: unknown) => void;
}

/** The way to the server of `SMTP_URL`, in the name of the portal; nothing without one. */
export function openMailTransport(parts: Pick<MailSenderParts, 'site' | 'settings'>) {
  const { smtpUrl } = parts.settings;
  if (smtpUrl === undefined) return undefined;
  const timeouts = {
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: answerTimeoutMs,
  };
  return createTransport({ url: smtpUrl, ...timeouts }, { from: senderOf(parts) });
}

/** Delivers the queue through the server of `SMTP_URL`, a mail at a time; without one there is nothing to do. */
export function startMailSender(parts: MailSenderParts): MailSender {
  const transport = openMailTransport(parts);
  if (!transport) return { wake: () => undefined, stop: () => Promise.resolve() };
  const deliver = (mail: MailRow, { subject, text }: MailText): Promise<unknown> =>
    transport.sendMail({
      to: mail.recipient,
      ...{ subject, text },
      messageId: `<${mail.id}@${hostOf(parts.settings.siteUrl)}>`,
      // Answered by no out-of-office notice (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  let underWay = Promise.resolve();
  let isStopped = false;
  const wake = (): void => {
    underWay = underWay.then(() => (isStopped ? undefined : sendDue(parts, deliver))).catch(parts.onFailure);
  };
  const timer = setInterval(wake, pollMs);
  timer.unref();
  wake();
  return {
    wake,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay;
      transport.close();
    },
  };
}

type Deliver = (mail: MailRow, text: MailText) => Promise<unknown>;

async function sendDue(
  { store, clock, sealer, onFailure }: MailSenderParts,
  deliver: Deliver,
): Promise<void> {
  for (const mail of await takeDueMails(store, clock(), mailsAtOnce)) {
    const opened = sealer.open(mail.sealed);
    if (opened === undefined) {
      onFailure(new Error('An e-mail was sealed with another SESSION_SECRET and cannot be sent.'));
      await dropMail(store, mail.id);
      continue;
    }
    const failure = await deliver(mail, JSON.parse(opened) as MailText).then(() => undefined, asFailure);
    if (!failure) await dropMail(store, mail.id);
    else {
      onFailure(failure.error);
      if (failure.isPermanent) await dropMail(store, mail.id);
      else await putMailOff(store, mail, clock());
    }
  }
}

/** A refused recipient may be for good; a server that is away or refuses the password never is. */
function asFailure(failure: unknown): { error: Error; isPermanent: boolean } {
  const { code = '', responseCode = 0 } = failure as { code?: string; responseCode?: number };
  // The message of the mail server names the recipient: it stays out of the log.
  const what = [code, responseCode || ''].join(' ').trim() || 'no answer';
  const error = new Error(
    `The mail server did not take an e-mail (${what}). Look at SMTP_URL and at its log.`,
  );
  return { error, isPermanent: code === 'EENVELOPE' && responseCode >= firstPermanentCode };
}

function senderOf({ site, settings }: Pick<MailSenderParts, 'site' | 'settings'>): {
  name: string;
  address: string;
} {
  return { name: site.name, address: site.contactEmail ?? `guichet@${hostOf(settings.siteUrl)}` };
}

function hostOf(siteUrl: string | undefined): string {
  return siteUrl === undefined ? 'localhost' : new URL(siteUrl).hostname;
}
