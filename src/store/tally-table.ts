import type { Kysely } from 'kysely';

/** Makes the table of what the model and the programs that read the articles did, by day. */
export async function createTallies(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('tallies')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('talliesKey', ['day', 'name'])
    .execute();
}
