import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 500;

/**
 * Runs the work while no other build of this checkout runs: two Astro builds at once mix their content.
 *
 * A lock whose process has gone is taken over.
 */
export async function withBuildLock<Result>(
  lockFile: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  await takeLock(lockFile, onWait);
  const release = (): void => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function takeLock(lockFile: string, onWait: () => void): Promise<void> {
  mkdirSync(dirname(lockFile), { recursive: true });
  let announced = false;
  while (!tryLock(lockFile)) {
    if (isAbandoned(lockFile)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!announced) onWait();
    announced = true;
    await sleep(pollMs);
  }
}

function tryLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lockFile: string): boolean {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    if (owner === 0) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
