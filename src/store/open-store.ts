import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import type { DatabaseConnection, SqliteDialectConfig, TransactionSettings } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { describePostgresFailure, describeSqliteFailure, unreadableAddress } from './describe-failure.ts';
import { StoreError } from './store-error.ts';

/** Where everything that must outlive a restart is kept. better-auth takes `{ db: database, type: dialect }`. */
export interface Store {
  database: Kysely<Schema>;
  dialect: 'sqlite' | 'postgres';
  /** Finishes what is being written and lets the database go. */
  close(): Promise<void>;
}

/** Which database: PostgreSQL at `databaseUrl` when there is one, else SQLite in the data folder. */
export interface StoreLocation {
  databaseUrl?: string | undefined;
  dataFolder: string;
}

const busyTimeoutMs = 5000;
const retryMs = 50;
const connectTimeoutMs = 5000;
const maxConnections = 10;

/**
 * Opens the database and makes sure that it answers. Its tables are made by `migrate`.
 *
 * @throws StoreError when it cannot be used, saying why and what to do; a password is never in the message.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  return location.databaseUrl ? openPostgres(location.databaseUrl) : openSqlite(location.dataFolder);
}

function openSqlite(dataFolder: string): Store {
  const file = join(dataFolder, 'guichet.db');
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
    const connection = connectSqlite(file);
    const database = new Kysely<Schema>({ dialect: new ShortLockSqliteDialect({ database: connection }) });
    // Kysely closes only a connection that it used.
    const close = () => database.destroy().finally(() => connection.close());
    return { database, dialect: 'sqlite', close };
  } catch (error) {
    throw new StoreError(describeSqliteFailure(error, file, dataFolder), { cause: error });
  }
}

/**
 * WAL lets the command line write while the server reads. `synchronous = FULL` flushes each commit to the disk, so that what was
 * acknowledged survives a kill and a power cut. `secure_delete` overwrites what is erased: an erased ticket or salt is nowhere in the file.
 */
function connectSqlite(file: string): SqliteDatabase.Database {
  const connection = new SqliteDatabase(file, { timeout: busyTimeoutMs });
  try {
    useWriteAheadLog(connection);
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('secure_delete = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Of programs that make the same file at once, SQLite lets one switch and turns the others away, whatever their busy timeout. */
function useWriteAheadLog(connection: SqliteDatabase.Database): void {
  for (let triesLeft = busyTimeoutMs / retryMs; ; triesLeft -= 1) {
    try {
      connection.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (triesLeft <= 0 || !isBusy(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryMs);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * A transaction that reads before it writes fails at once, whatever the busy timeout, when another process wrote in between.
 * Taking the write lock at the beginning makes it wait its turn instead. See https://sqlite.org/isolation.html.
 */
class ShortLockSqliteDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const isReadOnly = settings?.accessMode === 'read only';
    await connection.executeQuery(CompiledQuery.raw(isReadOnly ? 'begin' : 'begin immediate'));
  }
}

/** SQLite rolls a failed `create table` back with the rest of its transaction, which Kysely does not use by itself. */
class AtomicSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ShortLockSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    return new AtomicSqliteAdapter();
  }

  override createDriver(): SqliteDriver {
    return new ShortLockSqliteDriver(this.#config);
  }
}

async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = createPool(databaseUrl);
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(database);
    return { database, dialect: 'postgres', close: () => database.destroy() };
  } catch (error) {
    await database.destroy();
    throw new StoreError(describePostgresFailure(error, databaseUrl), { cause: error });
  }
}

function createPool(databaseUrl: string): pg.Pool {
  // Checked here because the error of a wrong address would carry it, password included, into the log.
  if (!URL.canParse(databaseUrl)) throw new StoreError(unreadableAddress);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'guichet',
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Counts (int8) and sums (numeric) arrive as numbers, as they do from SQLite; they stay far below 2^53. */
function typeParser(type: number): (value: string) => unknown {
  const isWideNumber = type === 20 || type === 1700;
  return isWideNumber ? Number : (pg.types.getTypeParser(type) as (value: string) => unknown);
}
