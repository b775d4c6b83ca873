import type { Site } from '../site.ts';
import { attachmentExtensions } from '../tickets/attachment-kinds.ts';

/**
 * Makes sure that every file type the owner allows can be checked.
 *
 * @throws Error naming the file types of `site.yaml` that are not known.
 */
export function checkAttachmentTypes({ attachments }: Site): void {
  const known = attachmentExtensions.join(', ');
  const unknown = attachments.types.filter((type) => !known.split(', ').includes(type)).join(', ');
  if (unknown)
    throw new Error(`site.yaml, attachments.types: ${unknown} cannot be checked. Choose among: ${known}.`);
}
