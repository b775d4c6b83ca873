import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store, StoreLocation } from '../../src/store/open-store.ts';

/** What a test of the store gets: where the database is, and a store open on it. */
export interface Place {
  location: StoreLocation;
  store: Store;
  /** Opens the same database once more, as another node or the command line does; closed after the tests. */
  openAgain(): Promise<Store>;
}

/** Runs the same tests on SQLite and on PostgreSQL, each on a database of its own with its tables made. */
export function describeOnEachDatabase(name: string, tests: (place: Place) => void): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${dialect})`, () => {
      const opened: Store[] = [];
      const place = { location: { dataFolder: '' } } as Place;
      place.openAgain = async () => {
        const store = await openStore(place.location);
        opened.push(store);
        return store;
      };
      beforeAll(async () => {
        place.location = await newLocation(dialect);
        place.store = await place.openAgain();
        await migrate(place.store);
      });
      afterAll(async () => {
        await Promise.all(opened.map((store) => store.close()));
      });
      tests(place);
    });
  }
}

/** An empty database: a new folder, and for PostgreSQL a new database on the server of the tests. */
export async function newLocation(dialect: Store['dialect']): Promise<StoreLocation> {
  const dataFolder = await mkdtemp(join(inject('temporaryFolder'), 'store-'));
  return dialect === 'sqlite' ? { dataFolder } : { dataFolder, databaseUrl: await newPostgresDatabase() };
}

async function newPostgresDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
