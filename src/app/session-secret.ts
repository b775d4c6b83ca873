import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const secretBytes = 32;
const ownerOnly = 0o600;

/**
 * The secret that signs the desk's sessions: SESSION_SECRET, else one made once and kept in the data folder.
 *
 * Several nodes need the same one, so they need SESSION_SECRET.
 */
export function sessionSecret(configured: string | undefined, dataFolder: string): string {
  if (configured) return configured;
  const file = join(dataFolder, 'secret');
  try {
    // "wx" makes one of two processes that start together win; the other reads what it wrote.
    writeFileSync(file, randomBytes(secretBytes).toString('hex'), { flag: 'wx', mode: ownerOnly });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
