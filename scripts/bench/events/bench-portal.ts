import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { freePort, type BenchDatabase } from './bench-database.ts';

const project = resolve(import.meta.dirname, '../../..');
const startTimeoutMs = 120_000;
const account = { email: 'lead@example.org', password: 'correct horse battery' };

/** The portal's server in a process of its own. */
export interface BenchPortal {
  url: string;
  child: ChildProcess;
  /** The cookie of somebody who signed in to the desk. */
  cookie: string;
}

/** The environment of a portal over a database. */
export function portalEnvironment({ dataFolder, databaseUrl }: BenchDatabase): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATA_DIR: dataFolder,
    DATABASE_URL: databaseUrl ?? '',
    LOG_LEVEL: 'error',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  };
}

/** Builds pages and index where they are stale. */
export async function buildPortal(database: BenchDatabase): Promise<void> {
  const code = await endOf(startScript('scripts/build.ts', portalEnvironment(database), ['--for-start']));
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
}

/** Starts the server, waits until it answers, and signs in. */
export async function startPortal(database: BenchDatabase): Promise<BenchPortal> {
  const port = await freePort();
  const environment = { ...portalEnvironment(database), HOST: '127.0.0.1', PORT: String(port) };
  const child = startScript('scripts/serve.ts', environment);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startTimeoutMs;
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    if (Date.now() > deadline) throw new Error('The server did not answer in time.');
    await new Promise((wait) => setTimeout(wait, 100));
  }
  const answer = await fetch(`${url}/admin/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(account),
    headers: { origin: url },
  });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { url, child, cookie: cookie.join('; ') };
}

/** Ends a process and waits until it is gone. */
export async function stopPortal({ child }: BenchPortal, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = endOf(child);
  child.kill(signal);
  await ended;
}

function startScript(
  script: string,
  environment: NodeJS.ProcessEnv,
  parameters: string[] = [],
): ChildProcess {
  return spawn(process.execPath, [script, ...parameters], {
    cwd: project,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((ended) => child.once('close', ended));
}
