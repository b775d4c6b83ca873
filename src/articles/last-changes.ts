import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeoutMs = 10_000;
const maxOutputBytes = 256_000_000;

/**
 * When git last recorded a change of each file below a folder: path inside the folder -> `YYYY-MM-DD`.
 *
 * Empty when the folder is in no repository, git is absent, or its history takes longer than ten seconds.
 */
export async function lastChanges(folder: string): Promise<Map<string, string>> {
  const dates = new Map<string, string>();
  const log = ['log', '--format=%x01%cs', '--name-only', '--no-renames', '--relative', '-z', '--', '.'];
  const output = await run('git', log, { cwd: folder, timeout: timeoutMs, maxBuffer: maxOutputBytes }).then(
    ({ stdout }) => stdout,
    () => '',
  );
  let date = '';
  for (const part of output.split('\0')) {
    const line = part.replace(/^\n/, '');
    if (line.startsWith('\u0001')) date = line.slice(1).trim();
    else if (line !== '' && !dates.has(line)) dates.set(line, date);
  }
  return dates;
}
