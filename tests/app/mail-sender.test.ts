import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startMailSender } from '../../src/app/mail-sender.ts';
import { queueMail, retryMinutes } from '../../src/tickets/mail-queue.ts';
import { createSealer } from '../../src/tickets/seal-text.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { startMailbox, type Mailbox } from './mailbox.ts';

const sealer = createSealer('a secret of at least thirty-two letters');
const text = {
  subject: '[G-1001] Votre demande est bien arrivée',
  text: 'Bonjour,\n\nVotre lien : https://x/\n',
};
const start = Date.parse('2026-11-23T08:00:00Z');
const minuteMs = 60_000;

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
});

afterAll(() => mailbox.close());

describeOnEachDatabase('an e-mail to the sender of a ticket', (place) => {
  let now = start;
  const clock = (): Date => new Date(now);
  const failures: unknown[] = [];
  const deliverOnce = async (siteUrl = 'https://help.example.org'): Promise<void> => {
    const sender = startMailSender({
      ...{ store: place.store, clock, sealer },
      site: { name: 'Aide', contactEmail: 'help@example.org' },
      settings: { smtpUrl: mailbox.url, siteUrl },
      onFailure: (error) => failures.push(error),
    });
    // It begins by itself; stopping waits for what has begun.
    await new Promise((begun) => setImmediate(begun));
    await sender.stop();
  };
  const queue = (recipient: string): Promise<void> =>
    place.store.database.transaction().execute((transaction) =>
      queueMail(transaction, 'G-1001', {
        mail: { recipient, sealed: sealer.seal(JSON.stringify(text)) },
        now: clock(),
      }),
    );
  const waiting = () => place.store.database.selectFrom('mails').selectAll().execute();

  beforeEach(async () => {
    await place.store.database.deleteFrom('mails').execute();
    mailbox.mails.length = 0;
    mailbox.refuseWith(undefined);
    failures.length = 0;
    now = start;
  });

  test('arrives once, from the team, and says that no one typed it', async () => {
    await queue('camille@example.org');
    await deliverOnce();
    await deliverOnce();
    expect(mailbox.mails.map(({ to }) => to)).toEqual(['camille@example.org']);
    const [mail] = mailbox.mails;
    expect(mail?.source).toMatch(/^From: Aide <help@example\.org>/m);
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(mail?.source).toMatch(/@help\.example\.org>/);
    expect(await waiting()).toEqual([]);
  });

  test('waits sealed: the database alone tells neither text nor link', async () => {
    await queue('camille@example.org');
    expect(JSON.stringify(await waiting())).not.toContain('https');
  });

  test('is tried again when the mail server is in trouble, and then arrives', async () => {
    await queue('camille@example.org');
    mailbox.refuseWith(451);
    await deliverOnce();
    expect(mailbox.mails).toEqual([]);
    expect(await waiting()).toMatchObject([{ attempts: 1, nextAttemptAt: '2026-11-23T08:01:00.000Z' }]);
    mailbox.refuseWith(undefined);
    now += 1 * minuteMs;
    await deliverOnce();
    expect(mailbox.mails).toHaveLength(1);
  });

  test('is given up after a day, so that a dead address does not wait for ever', async () => {
    await queue('camille@example.org');
    mailbox.refuseWith(451);
    for (const minutes of [0, ...retryMinutes]) {
      now += minutes * minuteMs;
      expect(await waiting()).toHaveLength(1);
      await deliverOnce();
    }
    expect(await waiting()).toEqual([]);
  });

  test('to an address that does not exist is not tried again, and the log does not name it', async () => {
    await queue('nobody@example.org');
    mailbox.refuseWith(550);
    await deliverOnce();
    expect(await waiting()).toEqual([]);
    expect(failures.map(String).join()).toMatch(/did not take an e-mail \(EENVELOPE 550\)/);
    expect(failures.map(String).join()).not.toContain('nobody');
  });

  test('of several is sent by one node each', async () => {
    await Promise.all(['a@example.org', 'b@example.org', 'c@example.org'].map(queue));
    await Promise.all([deliverOnce(), deliverOnce()]);
    expect(mailbox.mails.map(({ to }) => to).sort()).toEqual([
      'a@example.org',
      'b@example.org',
      'c@example.org',
    ]);
  });
});

test('a sealed text opens with its secret only, and not when it was changed', () => {
  const sealed = sealer.seal('G-1001');
  expect(sealer.open(sealed)).toBe('G-1001');
  expect(createSealer('another secret of thirty-two letters!').open(sealed)).toBeUndefined();
  expect(sealer.open(sealed.slice(0, -6) + 'AAAAAA')).toBeUndefined();
  expect(sealer.open('')).toBeUndefined();
});
