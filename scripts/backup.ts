import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readSettings } from '../src/settings.ts';
import { backUp } from '../src/store/backup.ts';
import { migrate } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/open-store.ts';
import { fail, say } from './progress.ts';

/** `npm run backup -- FILE`: a copy of one moment of the store, compressed when the name ends in .gz, while the server runs. */
async function main(): Promise<void> {
  const file = process.argv[2];
  if (!file) throw new Error('Say where to: npm run backup -- FILE (compressed when it ends in .gz).');
  const store = await openStore(readSettings());
  try {
    await migrate(store);
    await writeBackup(store, file);
    say(`written: ${file}. It holds personal data and passwords' hashes: keep it safe.`);
  } finally {
    await store.close();
  }
}

// Written beside and renamed at the end: an older backup of the same name is not lost to a failed one.
async function writeBackup(store: Store, file: string): Promise<void> {
  const unfinished = `${file}.part`;
  await pipeline(
    Readable.from(linesOf(store)),
    file.endsWith('.gz') ? createGzip() : new PassThrough(),
    createWriteStream(unfinished, { mode: 0o600 }),
  );
  await rename(unfinished, file);
}

async function* linesOf(store: Store): AsyncGenerator<string> {
  for await (const line of backUp(store, new Date())) yield `${line}\n`;
}

await main().catch(fail);
