import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import { appliedMigrations } from './migrate.ts';
import type { Store } from './open-store.ts';
import type { Schema } from './schema.ts';

/** A table and the columns that tell its rows apart, in the order in which tables are written and filled. */
export interface KeyedTable {
  table: keyof Schema;
  key: string[];
}

/**
 * What a backup holds, tables before those that refer to them. Salts are left out: a copy would outlive the 48 hours after which nobody
 * may know whose visits were whose. So are the desk's sessions (people sign in again) and e-mails that wait (they would be sent twice).
 */
export const backedUpTables: KeyedTable[] = [
  { table: 'tickets', key: ['reference'] },
  { table: 'attachments', key: ['id'] },
  { table: 'followUps', key: ['id'] },
  { table: 'drafts', key: ['id'] },
  { table: 'draftArticles', key: ['draftId', 'articleId'] },
  { table: 'deflections', key: ['day', 'locale', 'product', 'topic', 'heldOut', 'opened', 'outcome'] },
  { table: 'events', key: ['id'] },
  { table: 'dailyFigures', key: ['day', 'kind', 'locale', 'product', 'articleId', 'reason'] },
  { table: 'dailyTotals', key: ['day', 'locale', 'product'] },
  { table: 'dailyQueries', key: ['day', 'locale', 'product', 'query'] },
  { table: 'dailyQueryArticles', key: ['day', 'locale', 'product', 'query', 'articleId'] },
  { table: 'dailyTraffic', key: ['day', 'kind', 'name'] },
  { table: 'tallies', key: ['day', 'name'] },
  { table: 'changes', key: ['reference'] },
  { table: 'counters', key: ['name'] },
  { table: 'gaps', key: ['id'] },
  { table: 'gapTickets', key: ['reference'] },
  { table: 'user', key: ['id'] },
  { table: 'account', key: ['id'] },
];

/** Tables a restore empties besides those it fills. */
export const tablesLeftOut: (keyof Schema)[] = ['salts', 'session', 'verification', 'gapRuns', 'mails'];

const pageSize = 1000;

/** Reads what lies in the data folder beside the database: the content of an attached file, by its id. */
export type ReadContent = (attachmentId: string) => Promise<Uint8Array | undefined>;

/** Stands where a table's name does in lines that hold the content of an attached file. */
export const contentLine = 'attachmentContents';

/**
 * The whole store as lines of JSON: a header, each row as `[table, row]`, the contents of attached files, and how many there were. It is one moment of the database, while
 * the server goes on writing, and the same text for SQLite and PostgreSQL: a backup of one restores into the other.
 */
export async function* backUp(
  store: Store,
  now: Date,
  readContent: ReadContent = () => Promise.resolve(undefined),
): AsyncGenerator<string> {
  const migrations = await appliedMigrations(store);
  yield JSON.stringify({ format: 'guichet-backup', createdAt: now.toISOString(), migrations });
  const snapshot = await store.database
    .startTransaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute();
  const attachmentIds: string[] = [];
  let rows = 0;
  try {
    for (const { table, key } of backedUpTables) {
      for await (const row of readTable(snapshot, table, key)) {
        yield JSON.stringify([table, row], flagsAsNumbers);
        rows += 1;
        if (table === 'attachments') attachmentIds.push(String(row['id']));
      }
    }
  } finally {
    await snapshot.rollback().execute();
  }
  for (const id of attachmentIds) {
    const content = await readContent(id);
    if (!content) continue;
    yield JSON.stringify([contentLine, { id, content: Buffer.from(content).toString('base64') }]);
    rows += 1;
  }
  yield JSON.stringify({ rows });
}

type Row = Record<string, unknown>;

async function* readTable(database: Kysely<Schema>, table: string, key: string[]): AsyncGenerator<Row> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const from: RawBuilder<unknown> = last
      ? sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`
      : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${from} order by ${columns} limit ${sql.lit(pageSize)}`.execute(
      database,
    );
    yield* rows;
    last = rows.at(-1);
    if (rows.length < pageSize) return;
  }
}

// SQLite has no booleans; PostgreSQL reads 0 and 1 as such.
function flagsAsNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
