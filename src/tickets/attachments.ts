import type { Transaction } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { AttachmentRow, Schema } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
import type { Ticket } from './ticket.ts';

/** A file of a ticket, without its content. */
export type Attachment = AttachmentRow;

/** A file whose content is kept under `id`, and that no ticket has yet. */
export type NewAttachment = Pick<AttachmentRow, 'id' | 'name' | 'type' | 'sizeBytes'>;

/** Gives files to a ticket. */
export async function keepAttachments(
  database: Transaction<Schema> | Store['database'],
  { reference, createdAt }: Pick<Ticket, 'reference' | 'createdAt'>,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  const rows = attachments.map(({ id, name, type, sizeBytes }) => ({
    ...{ id, reference, name: cleanText(name), type, sizeBytes, createdAt },
  }));
  await database.insertInto('attachments').values(rows).execute();
}

/** The files of a ticket, in the order they came. */
export function attachmentsOf(store: Store, reference: string): Promise<Attachment[]> {
  return store.database
    .selectFrom('attachments')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('createdAt')
    .orderBy('name')
    .execute();
}

/** One file of a ticket; nothing when the ticket does not have it. */
export function findAttachment(store: Store, reference: string, id: string): Promise<Attachment | undefined> {
  return store.database
    .selectFrom('attachments')
    .selectAll()
    .where('reference', '=', cleanText(reference))
    .where('id', '=', cleanText(id))
    .executeTakeFirst();
}
