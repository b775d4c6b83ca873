/** What a file of a kind is called, what it has to be inside, and how it is given back. */
interface AttachmentKind {
  /** Media type it is served with. */
  type: string;
  /** What the first bytes may be recognised as; a text is recognised as nothing. */
  contents: readonly string[] | 'text';
}

const text = (type: string): AttachmentKind => ({ type, contents: 'text' });
const binary = (type: string, ...others: string[]): AttachmentKind => ({ type, contents: [type, ...others] });
const office = (name: string): AttachmentKind =>
  binary(`application/vnd.openxmlformats-officedocument.${name}`, 'application/zip');

/**
 * The kinds of files a sender may attach, by file extension. Texts are served as plain text, so that no browser runs what is in them;
 * kinds that a browser would run (HTML, SVG) are left out.
 */
export const attachmentKinds = {
  png: binary('image/png', 'image/apng'),
  jpg: binary('image/jpeg'),
  jpeg: binary('image/jpeg'),
  gif: binary('image/gif'),
  webp: binary('image/webp'),
  heic: binary('image/heic', 'image/heif'),
  pdf: binary('application/pdf'),
  mp4: binary('video/mp4', 'video/x-m4v', 'video/quicktime'),
  webm: binary('video/webm', 'video/matroska'),
  zip: binary('application/zip'),
  gz: binary('application/gzip'),
  docx: office('wordprocessingml.document'),
  xlsx: office('spreadsheetml.sheet'),
  txt: text('text/plain'),
  log: text('text/plain'),
  csv: text('text/plain'),
  json: text('text/plain'),
  har: text('text/plain'),
  xml: { type: 'text/plain', contents: ['application/xml'] },
} as const satisfies Record<string, AttachmentKind>;

/** A file extension that may be allowed, in lower case. */
export type AttachmentExtension = keyof typeof attachmentKinds;

/** Every file extension that may be allowed. */
export const attachmentExtensions = Object.keys(attachmentKinds) as AttachmentExtension[];

/** The kind of a file by its name; nothing when files of that name are never taken. */
export function attachmentKindOf(
  fileName: string,
): (AttachmentKind & { extension: AttachmentExtension }) | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const known = attachmentExtensions.find((one) => one === extension);
  return known && { ...attachmentKinds[known], extension: known };
}
