import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readSettings } from '../src/settings.ts';
import { openStore } from '../src/store/open-store.ts';
import { restore } from '../src/store/restore.ts';
import { openAttachmentFiles } from '../src/tickets/attachment-files.ts';
import { fail, say } from './progress.ts';

/** `npm run restore -- FILE [--overwrite]`: puts a backup back, into SQLite or PostgreSQL, whichever it was made of. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { overwrite: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file) throw new Error('Say what to restore: npm run restore -- FILE [--overwrite].');
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const settings = readSettings();
  const store = await openStore(settings);
  const files = openAttachmentFiles(settings.dataFolder);
  try {
    const rows = await restore(store, () => readLines(file), {
      ...values,
      putContent: (id, content) => files.put(id, content),
    });
    say(`restored: ${rows} rows. Everyone signs in to the desk again.`);
  } finally {
    await store.close();
  }
}

function readLines(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file);
  return createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
}

await main().catch(fail);
