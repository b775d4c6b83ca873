import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { backedUpTables, contentLine, tablesLeftOut } from './backup.ts';
import { appliedMigrations, migrate, migrateTo, refuseNewer } from './migrate.ts';
import type { Store } from './open-store.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

const rowsPerInsert = 200;
const tables = backedUpTables.map(({ table }) => table);

const header = z.object({ format: z.literal('guichet-backup'), migrations: z.array(z.string()).min(1) });
const row = z.tuple([z.enum(tables), z.record(z.string(), z.unknown())]);
const content = z.tuple([z.literal(contentLine), z.strictObject({ id: z.uuid(), content: z.base64() })]);
const footer = z.object({ rows: z.number() });

/** How to restore. */
export interface RestoreOptions {
  /** Replace what the database holds. */
  overwrite: boolean;
  /** Puts the content of an attached file where it lies. */
  putContent?: (attachmentId: string, content: Uint8Array) => Promise<void>;
}

/**
 * Puts a backup in the place of what the database holds, as a whole or not at all; then brings it up to this program. The file is read
 * twice: a damaged one is found before anything changes. The server has to be stopped meanwhile.
 *
 * @param readLines - the lines of the backup, from the first, each time it is called.
 * @returns how many rows were restored.
 * @throws StoreError when the backup is damaged or newer than this program, or when there is data and `overwrite` is not set.
 */
export async function restore(
  store: Store,
  readLines: () => AsyncIterable<string>,
  { overwrite, putContent = () => Promise.resolve() }: RestoreOptions,
): Promise<number> {
  const { migrations, rows } = await checkBackup(readLines());
  refuseNewer(store, migrations, 'This backup was made');
  if (!overwrite && (await holdsData(store))) {
    throw new StoreError(
      'The database already holds data. Nothing was changed. To replace all of it by the backup, stop Guichet and add --overwrite.',
    );
  }
  await store.database.transaction().execute(async (transaction) => {
    await dropTables(transaction);
    await migrateTo(transaction, store.dialect, migrations.at(-1) ?? '');
    await fillTables(transaction, readLines(), putContent);
  });
  await migrate(store);
  return rows;
}

async function checkBackup(lines: AsyncIterable<string>): Promise<{ migrations: string[]; rows: number }> {
  let migrations: string[] | undefined;
  let rows = 0;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const value = parseLine(text, line);
    if (migrations === undefined) migrations = checked(header, value, line).migrations;
    else if (Array.isArray(value)) {
      checked(z.union([row, content]), value, line);
      rows += 1;
    } else if (checked(footer, value, line).rows === rows) return { migrations, rows };
  }
  throw new StoreError('This backup is not complete: its end is missing. Take another one.');
}

function parseLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StoreError(damage(line), { cause: error });
  }
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, line: number): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StoreError(damage(line));
}

function damage(line: number): string {
  const what =
    line === 1 ? 'This file is not a backup of Guichet.' : `Line ${line} of this backup is damaged.`;
  return `${what} Take another one, made with npm run backup -- FILE.`;
}

async function holdsData(store: Store): Promise<boolean> {
  if ((await appliedMigrations(store)).length === 0) return false;
  for (const table of tables.filter((name) => name !== 'counters')) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(store.database);
    if (rows.length > 0) return true;
  }
  return false;
}

async function dropTables(transaction: Transaction<Schema>): Promise<void> {
  const all = [...tablesLeftOut, ...tables.toReversed(), 'kysely_migration', 'kysely_migration_lock'];
  for (const table of all) await transaction.schema.dropTable(table).ifExists().execute();
}

async function fillTables(
  transaction: Transaction<Schema>,
  lines: AsyncIterable<string>,
  putContent: NonNullable<RestoreOptions['putContent']>,
): Promise<void> {
  let waiting: { table: keyof Schema; rows: Record<string, unknown>[] } = { table: 'tickets', rows: [] };
  const write = async (): Promise<void> => {
    if (waiting.rows.length > 0) await insertRows(transaction, waiting.table, waiting.rows);
  };
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const value = parseLine(text, line);
    if (!Array.isArray(value)) continue;
    if (value[0] === contentLine) {
      const [, file] = checked(content, value, line);
      await putContent(file.id, Buffer.from(file.content, 'base64'));
      continue;
    }
    const [table, columns] = checked(row, value, line);
    if (table !== waiting.table || waiting.rows.length >= rowsPerInsert) {
      await write();
      waiting = { table, rows: [] };
    }
    waiting.rows.push(columns);
  }
  await write();
}

/** The columns are those of the step the backup was made at, which the types of the present ones do not describe. */
async function insertRows(
  transaction: Transaction<Schema>,
  table: keyof Schema,
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((cells) => sql`(${sql.join(columns.map((column) => cells[column]))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(transaction);
}
