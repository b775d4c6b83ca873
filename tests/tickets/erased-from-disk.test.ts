import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { newLocation } from '../store/each-store.ts';

test('an erased ticket is nowhere in the files of SQLite, not even in its log', async () => {
  const location = await newLocation('sqlite');
  const store = await openStore(location);
  await migrate(store);
  const context = { clock: () => new Date(), timeZone: 'UTC' };
  const text = { locale: 'fr', subject: 'Sujet', description: 'ornithorynque '.repeat(500) };
  for (const email of ['stays@example.org', 'goes@example.org'])
    await submitTicket(store, { ...text, email }, context);
  const onDisk = async () => {
    const files = await readdir(location.dataFolder);
    const contents = await Promise.all(
      files.map((file) => readFile(join(location.dataFolder, file), 'latin1')),
    );
    return contents.join('\n');
  };
  expect(await onDisk()).toContain('goes@example.org');
  await eraseRequester(store, 'goes@example.org');
  expect(await onDisk()).not.toContain('goes@example.org');
  expect(await onDisk()).toContain('stays@example.org');
  await store.close();
});
