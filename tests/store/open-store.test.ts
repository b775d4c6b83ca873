import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { appliedMigrations, migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { StoreLocation } from '../../src/store/open-store.ts';
import { describeOnEachDatabase, newLocation } from './each-store.ts';

const run = promisify(execFile);

describeOnEachDatabase('a database', (place) => {
  test('is not touched again when its tables are up to date', async () => {
    expect(await migrate(place.store)).toEqual([]);
    expect(await appliedMigrations(place.store)).toContain('0001-tickets');
  });

  test('gets its tables once when two nodes start at the same moment', async () => {
    const location = await newLocation(place.store.dialect);
    const applied = await Promise.all([migrateInChild(location), migrateInChild(location)]);
    const store = await openStore(location);
    expect(applied.flat().sort()).toEqual(await appliedMigrations(store));
    await store.close();
  });

  test('has every table and column the sign-in of the desk needs', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations({
      database: { db: place.store.database, type: place.store.dialect },
      emailAndPassword: { enabled: true },
      user: { additionalFields: { role: { type: 'string', required: true } } },
    });
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  test('has no column that could hold the address or the browser of a reader', async () => {
    const tables = await place.store.database.introspection.getTables();
    const suspicious = tables.flatMap((table) =>
      table.columns
        .filter((column) => /(^|_)ip|address|agent|browser|cookie/i.test(column.name))
        .map((column) => `${table.name}.${column.name}`),
    );
    expect(suspicious.sort()).toEqual(['session.ipAddress', 'session.userAgent']);
  });

  test('counts come back as numbers', async () => {
    const { rows } = await sql<{ sum: number; count: number }>`select sum(n) as sum, count(*) as count from (
      select 2 as n union all select 3 as n) as numbers`.execute(place.store.database);
    expect(rows).toEqual([{ sum: 5, count: 2 }]);
  });

  test('changed by a newer Guichet is refused, with what to do', async () => {
    const store = await openStore(await newLocation(place.store.dialect));
    await migrate(store);
    await sql`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(
      store.database,
    );
    await expect(migrate(store)).rejects.toThrow(
      /newer Guichet \(unknown step: 9999-later\)\. Update Guichet/,
    );
    await store.close();
  });
});

async function migrateInChild(location: StoreLocation): Promise<string[]> {
  const { stdout } = await run(process.execPath, ['tests/store/migrate-child.ts', JSON.stringify(location)]);
  return JSON.parse(stdout) as string[];
}

describe('a database that cannot be used', () => {
  test('says that the data folder is a file', async () => {
    const folder = await mkdtemp(join(inject('temporaryFolder'), 'store-'));
    await writeFile(join(folder, 'data'), '');
    await expect(openStore({ dataFolder: join(folder, 'data') })).rejects.toThrow(
      /a file is in its place.*DATA_DIR/,
    );
    await expect(openStore({ dataFolder: join(folder, 'data', 'deeper') })).rejects.toThrow(
      /a file is in its place/,
    );
  });

  test.runIf(process.platform === 'linux')('says that the data folder cannot be written to', async () => {
    await expect(openStore({ dataFolder: '/sys/guichet' })).rejects.toThrow(
      /\/sys\/guichet cannot be written to.*DATA_DIR/,
    );
  });

  test('says that the file is not a database', async () => {
    const dataFolder = await mkdtemp(join(inject('temporaryFolder'), 'store-'));
    await writeFile(
      join(dataFolder, 'guichet.db'),
      'This is a text, long enough not to be taken for an empty database. '.repeat(20),
    );
    await expect(openStore({ dataFolder })).rejects.toThrow(
      /guichet\.db is not a database Guichet can read.*restore a backup/,
    );
  });

  const wrongAddresses: [string, (url: URL) => void, RegExp][] = [
    ['no server answers', (url) => (url.port = '1'), /No PostgreSQL answers at .*:1\/.*DATABASE_URL/],
    [
      'the host is unknown',
      (url) => (url.hostname = 'nowhere.invalid'),
      /host of .*nowhere\.invalid.* is not known/,
    ],
    ['the password is missing', (url) => (url.password = ''), /refuses the user or the password/],
    ['the password is wrong', (url) => (url.password = 's3cr%2Ft'), /refuses the user or the password/],
    [
      'the database does not exist',
      (url) => (url.pathname = '/missing'),
      /database of .*\/missing does not exist.*createdb/,
    ],
  ];
  test.each(wrongAddresses)('says that %s, without the password', async (_reason, spoil, message) => {
    const url = new URL(inject('postgresUrl'));
    spoil(url);
    const failure = await openStore({ dataFolder: '', databaseUrl: url.href }).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toMatch(message);
    const secrets = [url.password, decodeURIComponent(url.password)].filter(Boolean);
    for (const secret of secrets) expect(inspect(failure, { depth: 9 })).not.toContain(secret);
  });

  test('says how an address is written when it cannot be read', async () => {
    const databaseUrl = 'postgres://me:pa:ss@w@rd@:xyz/';
    const failure = await openStore({ dataFolder: '', databaseUrl }).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/written postgres:\/\/user:password@host/);
    expect(inspect(failure, { depth: 9 })).not.toContain('xyz');
  });
});

test('a database that is closed lets its file go, even when nothing was asked of it', async () => {
  const location = await newLocation('sqlite');
  const store = await openStore(location);
  await store.close();
  await expect(store.database.selectFrom('tickets').selectAll().execute()).rejects.toThrow();
  expect(await readdir(location.dataFolder)).toEqual(['guichet.db']);
});
