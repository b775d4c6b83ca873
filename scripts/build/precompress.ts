import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Progress } from '../progress.ts';

const compressible = /\.(html|css|js|mjs|json|xml|txt|md|svg|bin)$/;
const smallestWorthwhileBytes = 512;
/** 9 gives within 3 % of the size of 11 on these pages, ten times faster. */
const brotliQuality = 9;
const filesAtOnce = 8;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Writes a `.br` and a `.gz` copy beside every text file of a folder. */
export async function precompress(folder: string, progress: Progress): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  let done = 0;
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      await compressFile(file);
      progress(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.byteLength < smallestWorthwhileBytes) return;
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
  };
  const [brotli, zipped] = await Promise.all([
    compressBrotli(content, { params: parameters }),
    compressGzip(content),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, zipped)]);
}
