import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { MailRow, Schema } from '../store/schema.ts';

/** An e-mail to queue, already sealed. */
export type NewMail = Pick<MailRow, 'recipient' | 'sealed'>;

/** Minutes until each next attempt; after the last one the mail is given up, some 30 hours after it was queued. */
export const retryMinutes = [1, 5, 15, 60, 180, 480, 1080] as const;

/** How long one attempt may take before another process may try. */
const claimMinutes = 5;
const minuteMs = 60_000;

/** Puts an e-mail in the queue, in the transaction that gives a reason for it: a crash loses neither or both. */
export async function queueMail(
  transaction: Transaction<Schema>,
  reference: string,
  { mail, now }: { mail: NewMail; now: Date },
): Promise<void> {
  const at = now.toISOString();
  const row = { id: randomUUID(), reference, ...mail, createdAt: at, attempts: 0, nextAttemptAt: at };
  await transaction.insertInto('mails').values(row).execute();
}

/** The mails that are due, taken by this process for five minutes; another node that asks at the same time gets others. */
export async function takeDueMails(store: Store, now: Date, limit: number): Promise<MailRow[]> {
  const due = await store.database
    .selectFrom('mails')
    .selectAll()
    .where('nextAttemptAt', '<=', now.toISOString())
    .orderBy('nextAttemptAt')
    .limit(limit)
    .execute();
  const taken: MailRow[] = [];
  for (const mail of due) {
    const { numUpdatedRows } = await store.database
      .updateTable('mails')
      .set({ nextAttemptAt: later(now, claimMinutes) })
      .where('id', '=', mail.id)
      .where('nextAttemptAt', '=', mail.nextAttemptAt)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) taken.push(mail);
  }
  return taken;
}

/** Takes a mail out of the queue: it was delivered, or never can be. */
export async function dropMail(store: Store, id: string): Promise<void> {
  await store.database.deleteFrom('mails').where('id', '=', id).execute();
}

/** Puts a failed mail off to its next attempt; after the last one it is dropped. Says which it was. */
export async function putMailOff(store: Store, mail: MailRow, now: Date): Promise<'later' | 'given-up'> {
  const minutes = retryMinutes[mail.attempts];
  if (minutes === undefined) {
    await dropMail(store, mail.id);
    return 'given-up';
  }
  await store.database
    .updateTable('mails')
    .set({ attempts: mail.attempts + 1, nextAttemptAt: later(now, minutes) })
    .where('id', '=', mail.id)
    .execute();
  return 'later';
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * minuteMs).toISOString();
}
