import { fileTypeFromBuffer } from 'file-type';
import { attachmentKindOf } from './attachment-kinds.ts';

/** A file as it was sent. */
export interface SentFile {
  /** As the sender's browser names it. */
  name: string;
  content: Uint8Array;
}

/** A file that may be kept. */
export interface CheckedFile extends SentFile {
  /** Media type by which it is served, from what it is. */
  type: string;
}

/** What the owner allows: `site.yaml`'s `attachments`. */
export interface AttachmentRules {
  /** File extensions in lower case. */
  types: readonly string[];
  maxFiles: number;
  maxFileMb: number;
  maxTotalMb: number;
}

/** Why files are refused; `fileName` names the first one at fault. */
export interface AttachmentMistake {
  reason: 'too-many' | 'too-large' | 'type' | 'not-what-it-says' | 'empty';
  fileName: string;
}

const bytesPerMb = 1_000_000;
const maxNameChars = 150;

/** Largest sum of all files in bytes. */
export function maxAttachmentBytes({ maxTotalMb }: AttachmentRules): number {
  return maxTotalMb * bytesPerMb;
}

/** The files of a form, in parts named `attachments`; a file field that was left empty is none. */
export async function readFiles(form: FormData): Promise<SentFile[]> {
  const files = form.getAll('attachments').filter((part) => typeof part !== 'string');
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** Checks files against the owner's rules, and each against its own first bytes: a program named `photo.png` is no picture. */
export async function checkAttachments(
  files: readonly SentFile[],
  rules: AttachmentRules,
): Promise<{ files: CheckedFile[] } | { mistake: AttachmentMistake }> {
  const total = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  const [first] = files;
  if (first && files.length > rules.maxFiles)
    return { mistake: { reason: 'too-many', fileName: first.name } };
  if (first && total > maxAttachmentBytes(rules))
    return { mistake: { reason: 'too-large', fileName: first.name } };
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const outcome = await checkFile(file, rules);
    if (typeof outcome === 'string') return { mistake: { reason: outcome, fileName: file.name } };
    checked.push(outcome);
  }
  return { files: checked };
}

async function checkFile(
  { name, content }: SentFile,
  rules: AttachmentRules,
): Promise<CheckedFile | AttachmentMistake['reason']> {
  const kind = attachmentKindOf(name);
  if (!kind || !rules.types.includes(kind.extension)) return 'type';
  if (content.byteLength === 0) return 'empty';
  if (content.byteLength > rules.maxFileMb * bytesPerMb) return 'too-large';
  const found = await recognise(content);
  const isRight =
    kind.contents === 'text'
      ? found === undefined && isText(content)
      : found !== undefined && kind.contents.includes(found);
  return isRight ? { name: plainName(name), content, type: kind.type } : 'not-what-it-says';
}

// A file made to confuse the recogniser is a file that is not recognised.
async function recognise(content: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  // `image/png` and `image/png; codecs=…` are the same kind.
  return found?.mime.split(';')[0];
}

/** Text of UTF-8 or UTF-16 without the control characters that only programs have. */
function isText(content: Uint8Array): boolean {
  const isWide = content[0] === 0xff ? content[1] === 0xfe : content[0] === 0xfe && content[1] === 0xff;
  if (isWide) return content.byteLength % 2 === 0;
  const nul = 0;
  return !content.includes(nul);
}

/** The name without folders, controls and the marks that turn the direction of writing, which hide an ending. */
function plainName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(/[\p{Cc}\p{Cf}]/gu, '').toWellFormed();
  const extension = /\.[a-z0-9]+$/i.exec(plain)?.[0] ?? '';
  return plain.slice(0, -extension.length).slice(0, maxNameChars) + extension;
}
