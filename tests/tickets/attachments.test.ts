import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { restore } from '../../src/store/restore.ts';
import { openAttachmentFiles } from '../../src/tickets/attachment-files.ts';
import { attachmentsOf, findAttachment } from '../../src/tickets/attachments.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { describeOnEachDatabase, newLocation } from '../store/each-store.ts';

const clock = (): Date => new Date('2026-11-22T10:00:00Z');
const log = { name: 'app.log', type: 'text/plain', content: new TextEncoder().encode('0x80070005') };

describeOnEachDatabase('a file attached to a ticket', (place) => {
  const files = () => openAttachmentFiles(place.location.dataFolder);
  const folder = (): string => join(place.location.dataFolder, 'attachments');
  const send = async (email: string): Promise<string> => {
    const attachments = await files().save([log]);
    const outcome = await submitTicket(
      place.store,
      { locale: 'fr', email, subject: 'Journal', description: 'Ci-joint.' },
      { clock, timeZone: 'UTC', attachments },
    );
    return 'ticket' in outcome ? outcome.ticket.reference : '';
  };

  test('lies under a random name outside of what is served, and belongs to its ticket alone', async () => {
    const [mine, other] = [await send('a@example.org'), await send('b@example.org')];
    const [attachment] = await attachmentsOf(place.store, mine);
    expect(attachment).toMatchObject({ name: 'app.log', type: 'text/plain', sizeBytes: 10 });
    const id = attachment?.id ?? '';
    expect(await files().read(id)).toEqual(Buffer.from(log.content));
    expect((await readdir(folder())).some((name) => name.includes('app'))).toBe(false);
    expect(await findAttachment(place.store, mine, id)).toEqual(attachment);
    expect(await findAttachment(place.store, other, id)).toBeUndefined();
  });

  test.each(['../guichet.db', '..%2fguichet.db', '', 'x'])('cannot be read by the name %j', async (id) => {
    expect(await files().read(id)).toBeUndefined();
  });

  test('goes when its sender is erased', async () => {
    const reference = await send('gone@example.org');
    const [attachment] = await attachmentsOf(place.store, reference);
    const { attachmentIds } = await eraseRequester(place.store, 'gone@example.org');
    expect(attachmentIds).toEqual([attachment?.id]);
    await files().remove(attachmentIds);
    expect(await files().read(attachment?.id ?? '')).toBeUndefined();
    expect(await attachmentsOf(place.store, reference)).toEqual([]);
  });

  test('that no ticket has is removed after an hour, and no other', async () => {
    const [kept] = await attachmentsOf(place.store, await send('c@example.org'));
    const [old, fresh] = await files().save([log, log]);
    const hoursAgo = new Date(clock().getTime() - 2 * 3_600_000);
    for (const id of [old?.id ?? '', kept?.id ?? '']) await utimes(join(folder(), id), hoursAgo, hoursAgo);
    await utimes(join(folder(), fresh?.id ?? ''), clock(), clock());
    expect(await files().removeUnclaimed(place.store, clock())).toBe(1);
    const left = await readdir(folder());
    expect(left).not.toContain(old?.id);
    expect(left).toEqual(expect.arrayContaining([kept?.id, fresh?.id]));
  });

  test('comes back with a backup, content and all', async () => {
    const reference = await send('d@example.org');
    const lines: string[] = [];
    for await (const line of backUp(place.store, clock(), (id) => files().read(id))) lines.push(line);
    const location = await newLocation('sqlite');
    const store = await openStore(location);
    await migrate(store);
    const restored = openAttachmentFiles(location.dataFolder);
    await restore(
      store,
      async function* () {
        yield* await Promise.resolve(lines);
      },
      { overwrite: true, putContent: (id, content) => restored.put(id, content) },
    );
    const [attachment] = await attachmentsOf(store, reference);
    expect(await restored.read(attachment?.id ?? '')).toEqual(Buffer.from(log.content));
    await store.close();
  });
});
