import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationsFor } from './migrations.ts';
import type { Store } from './open-store.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the tables up to what this program needs; does nothing when they are. Safe when several nodes start at once.
 *
 * @returns the names of the steps applied now, in order.
 * @throws StoreError when a newer program has already changed the tables, or when a step fails.
 */
export async function migrate(store: Store): Promise<string[]> {
  refuseNewer(store, await appliedMigrations(store), 'This database was last used');
  const migrator = migratorOf(store.database, store.dialect);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error)
    throw migrationFailure(error, results.find((result) => result.status === 'Error')?.migrationName);
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Makes the tables as they were after a step, in an empty database and in the transaction that fills them. */
export async function migrateTo(
  transaction: Kysely<Schema>,
  dialect: Store['dialect'],
  step: string,
): Promise<void> {
  const { error } = await migratorOf(transaction, dialect).migrateTo(step);
  if (error) throw migrationFailure(error, step);
}

/** The names of the steps a database has been through, in order; empty for a new one. */
export async function appliedMigrations(store: Store): Promise<string[]> {
  const tables = await store.database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    store.database,
  );
  return rows.map((row) => row.name);
}

function migratorOf(database: Kysely<Schema>, dialect: Store['dialect']): Migrator {
  const migrations = migrationsFor(dialect);
  return new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
}

/**
 * Makes sure that this program knows every step something has been through.
 *
 * @throws StoreError when it does not; `subject` begins the message.
 */
export function refuseNewer(store: Store, steps: string[], subject: string): void {
  const known = new Set(Object.keys(migrationsFor(store.dialect)));
  const unknown = steps.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StoreError(
    `${subject} by a newer Guichet (unknown step: ${unknown.join(', ')}). Update Guichet, or restore a backup made by this version.`,
  );
}

function migrationFailure(error: unknown, step: string | undefined): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `The tables could not be prepared${step ? ` (step ${step})` : ''}: ${reason}. Nothing was changed. Make sure the database user may create tables, and that no other program made tables of the same names there.`,
    { cause: error },
  );
}
