import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../store/open-store.ts';
import type { NewAttachment } from './attachments.ts';
import type { CheckedFile } from './check-attachments.ts';

/** Files that no ticket has after this long were sent with a request that did not arrive. */
const unclaimedAfterMs = 3_600_000;
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The folder attached files lie in: outside of what is served, each under a random id without an ending. */
export interface AttachmentFiles {
  /** Keeps contents, flushed to the disk, before a ticket names them. */
  save(files: readonly CheckedFile[]): Promise<NewAttachment[]>;
  /** Puts a content back under its id, as a restore does. */
  put(id: string, content: Uint8Array): Promise<void>;
  /** The content; nothing when it is gone. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes what no ticket has: of requests that did not arrive, and of tickets that were erased. */
  removeUnclaimed(store: Store, now: Date): Promise<number>;
}

/** The attached files of a data folder. */
export function openAttachmentFiles(dataFolder: string): AttachmentFiles {
  const folder = join(dataFolder, 'attachments');
  const put = async (id: string, content: Uint8Array): Promise<void> => {
    if (!idPattern.test(id)) throw new RangeError(`"${id}" is not the id of an attachment.`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(join(folder, id), 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids.filter((one) => idPattern.test(one))) await rm(join(folder, id), { force: true });
  };
  return {
    put,
    remove,
    async save(files) {
      const kept: NewAttachment[] = [];
      for (const { name, type, content } of files) {
        const id = randomUUID();
        await put(id, content);
        kept.push({ id, name, type, sizeBytes: content.byteLength });
      }
      return kept;
    },
    async read(id) {
      return idPattern.test(id) ? readFile(join(folder, id)).catch(absent) : undefined;
    },
    async removeUnclaimed(store, now) {
      const ids = (await readdir(folder).catch(() => [])).filter((name) => idPattern.test(name));
      const unclaimed: string[] = [];
      for (const id of ids) if (await isUnclaimed(store, join(folder, id), now)) unclaimed.push(id);
      await remove(unclaimed);
      return unclaimed.length;
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function isUnclaimed(store: Store, file: string, now: Date): Promise<boolean> {
  const found = await stat(file).catch(absent);
  if (!found || now.getTime() - found.mtimeMs < unclaimedAfterMs) return false;
  const id = file.slice(-36);
  const row = await store.database
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined;
}
