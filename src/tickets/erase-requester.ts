import { sql } from 'kysely';
import { recordChanges } from '../store/changes.ts';
import { foldErasedPages } from '../store/fold-erased-pages.ts';
import type { Store } from '../store/open-store.ts';
import { foldForSearch, normaliseRequester } from './ticket-row.ts';

/** What an erasure did, and what it left for someone to look at. */
export interface Erasure {
  erased: number;
  /** References of tickets of other people that mention the address. */
  mentionedIn: string[];
}

/**
 * Erases the tickets of a sender by e-mail address, for good: search forgets their words on every node. Tickets of others that mention the
 * address are named, not touched.
 */
export async function eraseRequester(store: Store, email: string): Promise<Erasure> {
  const requester = normaliseRequester(email);
  const erased = await store.database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .deleteFrom('tickets')
      .where('requester', '=', requester)
      .returning('reference')
      .execute();
    await recordChanges(transaction, rows.map(({ reference }) => reference).sort());
    return rows.length;
  });
  await foldErasedPages(store);
  return { erased, mentionedIn: await ticketsMentioning(store, requester) };
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
