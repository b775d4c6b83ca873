import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { WantedFile } from './lay-out-import.ts';

const ledgerName = '.imported.json';
const ledgerSchema = z.record(z.string(), z.string());

/** What importing did with each file. */
export interface ImportOutcome {
  added: string[];
  /** The export has changed since the last import, the file has not. */
  updated: string[];
  unchanged: string[];
  /** A writer has changed or deleted the file, or it was there before: it is left as it is. */
  kept: string[];
}

/**
 * Writes imported files, and never over a writer's work: a hidden file in the articles folder, to be committed with
 * it, remembers what importing wrote, and what differs from that belongs to the writer.
 */
export async function writeImported(folder: string, files: readonly WantedFile[]): Promise<ImportOutcome> {
  const ledger = await readLedger(folder);
  const outcome: ImportOutcome = { added: [], updated: [], unchanged: [], kept: [] };
  for (const { file, content } of files) {
    const found = await readFile(join(folder, file)).catch(() => undefined);
    const wanted = hashOf(content);
    const present = found === undefined ? undefined : hashOf(found);
    if (present === wanted) outcome.unchanged.push(file);
    else if (present !== ledger[file]) outcome.kept.push(file);
    else {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
      (present === undefined ? outcome.added : outcome.updated).push(file);
    }
    if (!outcome.kept.includes(file)) ledger[file] = wanted;
  }
  const sorted = Object.fromEntries(Object.entries(ledger).sort(([one], [other]) => (one < other ? -1 : 1)));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ledgerName), `${JSON.stringify(sorted, null, 1)}\n`);
  return outcome;
}

async function readLedger(folder: string): Promise<Record<string, string>> {
  const source = await readFile(join(folder, ledgerName), 'utf8').catch(() => '{}');
  return ledgerSchema.parse(JSON.parse(source));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
