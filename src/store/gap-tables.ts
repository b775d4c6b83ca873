import type { Kysely } from 'kysely';

/** Makes the tables by which gap reports know gaps again: the step `0006-gaps`. */
export async function createGaps(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('titleReference', 'text', (column) =>
      column.references('tickets.reference').onDelete('set null'),
    )
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('articleId', 'text')
    .addColumn('claimedBy', 'text')
    .addColumn('reason', 'text')
    .addColumn('closedBy', 'text')
    .addColumn('closedAt', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('seenAt', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('previousSize', 'integer')
    .addColumn('generated', 'text')
    .execute();
  await database.schema.createIndex('gaps_titleReference_idx').on('gaps').column('titleReference').execute();
  await database.schema
    .createTable('gapTickets')
    .addColumn('reference', 'text', (column) =>
      column.primaryKey().references('tickets.reference').onDelete('cascade'),
    )
    .addColumn('gapId', 'text', (column) => column.notNull().references('gaps.id').onDelete('cascade'))
    .execute();
  await database.schema.createIndex('gapTickets_gapId_idx').on('gapTickets').column('gapId').execute();
  await database.schema
    .createTable('gapRuns')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('sentAt', 'text')
    .execute();
}
