import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationsFor } from './migrations.ts';
import type { Store } from './open-store.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the tables up to what this program needs; does nothing when they are. Safe when several nodes start at once.
 *
 * @param upTo - the last step to apply; all when absent.
 * @returns the names of the steps applied now, in order.
 * @throws StoreError when a newer program has already changed the tables, or when a step fails.
 */
export async function migrate(store: Store, upTo?: string): Promise<string[]> {
  await refuseNewerTables(store);
  const migrator = migratorOf(store);
  const { error, results = [] } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest());
  if (error)
    throw migrationFailure(error, results.find((result) => result.status === 'Error')?.migrationName);
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
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

function migratorOf(store: Store): Migrator {
  const migrations = migrationsFor(store.dialect);
  return new Migrator({ db: store.database, provider: { getMigrations: () => Promise.resolve(migrations) } });
}

async function refuseNewerTables(store: Store): Promise<void> {
  const known = new Set(Object.keys(migrationsFor(store.dialect)));
  const unknown = (await appliedMigrations(store)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StoreError(
    `This database was last used by a newer Guichet (unknown step: ${unknown.join(', ')}). Update Guichet, or restore a backup made by this version.`,
  );
}

function migrationFailure(error: unknown, step: string | undefined): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `The tables could not be prepared${step ? ` (step ${step})` : ''}: ${reason}. Nothing was changed. Make sure the database user may create tables, and that no other program made tables of the same names there.`,
    { cause: error },
  );
}
