import type { Transaction } from 'kysely';
import { takeNumbers } from './counters.ts';
import type { Store } from './open-store.ts';
import type { ChangeRow, Schema } from './schema.ts';

const pageSize = 500;

/**
 * Notes that tickets were solved, opened again or erased, so that every node and the command line hear of it. Only the latest change of
 * a ticket is kept; what it is now is read from the ticket itself.
 */
export async function recordChanges(transaction: Transaction<Schema>, references: string[]): Promise<void> {
  if (references.length === 0) return;
  const last = await takeNumbers(transaction, 'change', references.length);
  const first = last - references.length + 1;
  await transaction
    .insertInto('changes')
    .values(references.map((reference, index) => ({ reference, sequence: first + index })))
    .onConflict((conflict) =>
      conflict.column('reference').doUpdateSet({ sequence: (eb) => eb.ref('excluded.sequence') }),
    )
    .execute();
}

/** Changes after a sequence number, oldest first, at most 500: ask again from the last one until none comes. 0 is the beginning. */
export function changesSince(store: Store, sequence: number): Promise<ChangeRow[]> {
  return store.database
    .selectFrom('changes')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(pageSize)
    .execute();
}
