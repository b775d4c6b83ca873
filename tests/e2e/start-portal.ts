import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const startTimeoutMs = 240_000;

/** A portal that runs in a process of its own, as `npm start` runs it. */
export interface Portal {
  url: string;
  dataFolder: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Settings of a portal under test; a data folder given twice is the same portal again. */
export interface PortalOptions {
  contentFolder?: string;
  dataFolder?: string;
  environment?: Record<string, string>;
}

/** Account of the desk in every portal under test. */
export const deskAccount = { email: 'lead@example.org', password: 'correct horse battery' };

/** Builds what is stale and serves it on a free loopback port. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const port = await freePort();
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'guichet-'));
  const environment = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataFolder,
    ...(options.contentFolder && { CONTENT_DIR: options.contentFolder }),
    ADMIN_EMAIL: deskAccount.email,
    ADMIN_PASSWORD: deskAccount.password,
    LOG_LEVEL: 'error',
    ...options.environment,
  };
  const build = run(['scripts/build.ts', '--for-start'], environment);
  const buildCode = await build.ended;
  if (buildCode !== 0) throw new Error(`The build ended with ${buildCode}:\n${build.output()}`);
  const server = run(['scripts/serve.ts'], environment);
  const url = `http://127.0.0.1:${port}`;
  await answering(url, server);
  return {
    url,
    dataFolder,
    output: () => build.output() + server.output(),
    stop: (signal = 'SIGTERM') => {
      server.child.kill(signal);
      return server.ended;
    },
  };
}

interface Running {
  child: ChildProcess;
  ended: Promise<number | null>;
  output(): string;
}

/** Runs a script of the project with the Node that runs the tests. */
export function run(parameters: string[], environment: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, parameters, { cwd: project, env: environment });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  const ended = new Promise<number | null>((resolveEnd) => child.on('close', resolveEnd));
  return { child, ended, output: () => output };
}

async function answering(url: string, server: Running): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  let code: number | null | undefined;
  void server.ended.then((ended) => (code = ended));
  while (Date.now() < deadline) {
    if (code !== undefined) throw new Error(`The server ended with ${code}:\n${server.output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`The server did not answer in time:\n${server.output()}`);
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolvePort) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
