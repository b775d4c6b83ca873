import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readSettings } from '../src/settings.ts';
import { backUp, type ReadContent } from '../src/store/backup.ts';
import { migrate } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/open-store.ts';
import { openAttachmentFiles } from '../src/tickets/attachment-files.ts';
import { fail, say } from './progress.ts';

/** `npm run backup -- FILE`: a copy of one moment of the store, with the files attached to tickets, compressed when the name ends in .gz, while the server runs. */
async function main(): Promise<void> {
  const file = process.argv[2];
  if (!file) throw new Error('Say where to: npm run backup -- FILE (compressed when it ends in .gz).');
  const settings = readSettings();
  const store = await openStore(settings);
  try {
    await migrate(store);
    const files = openAttachmentFiles(settings.dataFolder);
    await writeBackup(
      linesOf(store, (id) => files.read(id)),
      file,
    );
    say(`written: ${file}. It holds personal data and passwords' hashes: keep it safe.`);
  } finally {
    await store.close();
  }
}

// Written beside and renamed at the end: an older backup of the same name is not lost to a failed one.
async function writeBackup(lines: AsyncIterable<string>, file: string): Promise<void> {
  const unfinished = `${file}.part`;
  await pipeline(
    Readable.from(lines),
    file.endsWith('.gz') ? createGzip() : new PassThrough(),
    createWriteStream(unfinished, { mode: 0o600 }),
  );
  await rename(unfinished, file);
}

async function* linesOf(store: Store, readContent: ReadContent): AsyncGenerator<string> {
  for await (const line of backUp(store, new Date(), readContent)) yield `${line}\n`;
}

await main().catch(fail);
