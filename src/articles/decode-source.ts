/** Largest Markdown file that is read. */
export const maxSourceBytes = 2_000_000;

/** The text of a file, or why it has none that can be shown. */
export type DecodedSource = { text: string } | { problem: string; line: number };

/**
 * The text of a Markdown file: UTF-8, or UTF-16 with a byte order mark; line ends become `\n`.
 *
 * Characters that Unicode keeps for a program's own use inside (U+FDD0) are dropped, so that rendering may use them.
 */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  if (bytes.length > maxSourceBytes) return { problem: describeSize(bytes.length), line: 1 };
  const encoding = encodingOf(bytes);
  const decoded = decode(bytes, encoding);
  if (decoded === undefined) return { problem: notText(encoding), line: firstBadLine(bytes) };
  if (decoded.includes('\0')) {
    return { problem: 'The file holds NUL bytes: it is not text. Remove it, or rename it.', line: 1 };
  }
  const text = decoded.replace(/\r\n?/g, '\n').replaceAll('\uFDD0', '');
  if (text.trim() === '')
    return { problem: 'The file is empty: write the article, or delete the file.', line: 1 };
  return { text };
}

/** What to tell the writer of a file that is too large to be an article. */
export function describeSize(bytes: number): string {
  const megabytes = (size: number) => `${(size / 1_000_000).toFixed(1)} MB`;
  return `The file has ${megabytes(bytes)}; an article may have ${megabytes(maxSourceBytes)}. Split it into several articles.`;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notText(encoding: string): string {
  return `The file is not valid ${encoding.toUpperCase()} text: save it as UTF-8.`;
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (decode(bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}
