import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { linkFile } from './link-file.ts';

/** Scripts, styles, and what each search in a browser begins with. */
const fetchedByMost = /\.(js|css)$|[\\/]search[\\/](?:[^\\/]+\.json|parts[\\/][^\\/]+[\\/]core-0\.bin)$/;
const smallestWorthwhileBytes = 512;
/** On pages, 9 gives within 3 % of the size of 11, ten times faster; the few scripts and styles get all there is. */
const brotliQuality = { pages: 9, code: 11, large: 5 };
/** Whole shelves for programs; 5 gives within a tenth of the size of 9, five times faster. */
const largeBytes = 2_000_000;
const [smallestWindow, largestWindow] = [16, 22];

/**
 * Writes a `.br` and a `.gz` copy beside a file. They are taken from the build before where it has the same file.
 *
 * @param before the same file in the build before, if there was one.
 */
export function compressFile(file: string, before: string | undefined): void {
  const content = readFileSync(file);
  if (content.byteLength < smallestWorthwhileBytes) return;
  if (before !== undefined && isSame(before, content)) {
    for (const ending of ['br', 'gz']) linkFile(`${before}.${ending}`, `${file}.${ending}`);
    return;
  }
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: parametersFor(file, content.byteLength) }),
  );
  writeFileSync(`${file}.gz`, gzipSync(content));
}

// A window as large as the file is enough; the default one is cleared for each file, which took longer than the work.
function parametersFor(file: string, bytes: number): Record<number, number> {
  const window = Math.min(largestWindow, Math.max(smallestWindow, Math.ceil(Math.log2(bytes + 16))));
  const kind = fetchedByMost.test(file) ? 'code' : bytes < largeBytes ? 'pages' : 'large';
  return {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[kind],
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
    [constants.BROTLI_PARAM_LGWIN]: window,
  };
}

function isSame(before: string, content: Buffer): boolean {
  const size = statSync(before, { throwIfNoEntry: false })?.size;
  if (size !== content.byteLength) return false;
  if (!existsSync(`${before}.br`) || !existsSync(`${before}.gz`)) return false;
  return readFileSync(before).equals(content);
}
