import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const pollMs = 100;
const pageBytes = 4096;

/** What a command took. */
export interface Taken {
  seconds: number;
  /** Largest sum of the resident memory of the process and all it started, in MB; 0 where `/proc` is missing. */
  peakMegabytes: number;
}

/** The command ended with an error, or did not end. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** Runs a command to its end. @throws CommandFailed with what it wrote. */
export async function runMeasured(
  command: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; timeoutMs: number },
): Promise<Taken> {
  const [program = '', ...parameters] = command;
  const started = performance.now();
  const child = spawn(program, parameters, { cwd: options.cwd, env: options.env ?? process.env });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  let peakMegabytes = 0;
  const poll = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentBytes(child.pid ?? 0) / 1e6);
  }, pollMs);
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(poll);
  clearTimeout(timer);
  if (code !== 0) throw new CommandFailed(`${command.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes };
}

/** Resident memory of a process and of all below it. */
function residentBytes(root: number): number {
  const parents = new Map<number, number[]>();
  for (const name of entriesOf('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program stands in brackets and may hold anything: the parent comes two fields after it.
    const parent = Number(contentOf(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number =>
    Number(contentOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * pageBytes +
    (parents.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
