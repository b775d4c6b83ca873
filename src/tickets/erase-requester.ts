import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { recordChanges } from '../store/changes.ts';
import { foldErasedPages } from '../store/fold-erased-pages.ts';
import type { Store } from '../store/open-store.ts';
import type { Schema } from '../store/schema.ts';
import { foldForSearch, normaliseRequester } from './ticket-row.ts';

/** What an erasure did, and what it left for someone to look at. */
export interface Erasure {
  erased: number;
  /** Ids of attached files whose contents have to go too. */
  attachmentIds: string[];
  /** References of tickets of other people that mention the address. */
  mentionedIn: string[];
}

/**
 * Erases the tickets of a sender by e-mail address, for good, with what was added to them and mails that wait: search forgets their words on
 * every node. The contents of attached files are left to the caller. Tickets of others that mention the
 * address are named, not touched.
 */
export async function eraseRequester(store: Store, email: string): Promise<Erasure> {
  const requester = normaliseRequester(email);
  const { erased, attachmentIds } = await store.database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .deleteFrom('tickets')
      .where('requester', '=', requester)
      .returning('reference')
      .execute();
    const references = rows.map(({ reference }) => reference).sort();
    await recordChanges(transaction, references);
    return { erased: rows.length, attachmentIds: await eraseWhatBelongs(transaction, references, requester) };
  });
  await foldErasedPages(store);
  return { erased, attachmentIds, mentionedIn: await ticketsMentioning(store, requester) };
}

async function eraseWhatBelongs(
  transaction: Transaction<Schema>,
  references: string[],
  requester: string,
): Promise<string[]> {
  await transaction.deleteFrom('mails').where('recipient', '=', requester).execute();
  if (references.length === 0) return [];
  await transaction.deleteFrom('followUps').where('reference', 'in', references).execute();
  const files = await transaction
    .deleteFrom('attachments')
    .where('reference', 'in', references)
    .returning('id')
    .execute();
  return files.map(({ id }) => id);
}

async function ticketsMentioning(store: Store, requester: string): Promise<string[]> {
  const pattern = `%${foldForSearch(requester).replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await store.database
    .selectFrom('tickets')
    .select('reference')
    .where(
      sql<boolean>`lower("description") like ${pattern} escape '\\' or lower("subject") like ${pattern} escape '\\'`,
    )
    .orderBy('reference')
    .execute();
  return rows.map(({ reference }) => reference);
}
