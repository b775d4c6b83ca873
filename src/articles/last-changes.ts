import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeoutMs = 10_000;
const maxOutputBytes = 256_000_000;

/** The last change of a file. */
export interface LastChange {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Name of who made it, as `.mailmap` settles it; absent when nobody knows. */
  author?: string;
}

/**
 * When git last recorded a change of each file below a folder, and whose it was: path inside the folder -> change.
 *
 * Empty when the folder is in no repository, git is absent, or its history takes longer than ten seconds.
 */
export async function lastChanges(folder: string): Promise<Map<string, LastChange>> {
  const changes = new Map<string, LastChange>();
  const log = [
    'log',
    '--format=%x01%cs%x02%aN',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    '--',
    '.',
  ];
  const output = await run('git', log, { cwd: folder, timeout: timeoutMs, maxBuffer: maxOutputBytes }).then(
    ({ stdout }) => stdout,
    () => '',
  );
  let change: LastChange = { day: '' };
  for (const part of output.split('\0')) {
    const line = part.replace(/^\n/, '');
    if (line.startsWith('\u0001')) {
      const [day = '', author = ''] = line.slice(1).trim().split('\u0002');
      change = { day, ...(author !== '' && { author }) };
    } else if (line !== '' && !changes.has(line)) changes.set(line, change);
  }
  return changes;
}
