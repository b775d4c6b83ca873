import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { Article } from '../../../src/articles/article.ts';
import { precompress } from '../../build/precompress.ts';
import { layOut, type Peer, type SearchWay } from './peer-project.ts';
import { runMeasured, type Taken } from './run-measured.ts';

const project = resolve(import.meta.dirname, '../../..');
const buildTimeoutMs = 1_200_000;
const startTimeoutMs = 60_000;

/** A generator at work on the articles of the bench. */
export interface BenchSite {
  name: string;
  search: SearchWay;
  pageOf(article: Article): string;
  build(): Promise<Taken>;
  /** Changes one article and builds again. */
  rebuild(): Promise<Taken>;
  /** Serves what was built; what comes back stops it. */
  serve(port: number): Promise<() => Promise<void>>;
}

/** Where the bench works. */
export interface BenchPlace {
  /** The owner's folder that is measured, as it is. */
  content: string;
  /** Folder that is emptied and filled. */
  work: string;
  /** Folder whose `node_modules` has the peers. */
  packages: string;
}

/** Guichet over a copy of the folder, so that an article can be changed. */
export function guichetSite(place: BenchPlace, articles: readonly Article[]): BenchSite {
  const copy = join(place.work, 'content');
  const dataFolder = join(place.work, 'data');
  rmSync(copy, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
  cpSync(place.content, copy, { recursive: true });
  const env = {
    ...process.env,
    ...{ CONTENT_DIR: copy, DATA_DIR: dataFolder, HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    // As `npm run build` sets it.
    ...{ SITE_URL: 'https://help.example.org', NODE_COMPILE_CACHE: 'node_modules/.cache/node' },
  };
  const options = { cwd: project, env, timeoutMs: buildTimeoutMs };
  const build = () => runMeasured([process.execPath, 'scripts/build.ts'], options);
  return {
    name: 'Guichet',
    search: {
      keys: '/',
      field: 'search-box input[type=search]',
      firstResult: '.search-option[data-article]',
    },
    pageOf: ({ id, locale, path }) => `/${locale}/articles/${id.slice(locale.length + 1) || path}`,
    build,
    rebuild() {
      change(join(copy, articles[0]?.file ?? ''));
      return build();
    },
    async serve(port) {
      const child = spawn(process.execPath, ['scripts/serve.ts'], {
        ...{ cwd: project, stdio: 'ignore' },
        env: { ...env, PORT: String(port) },
      });
      await answering(`http://127.0.0.1:${port}/readyz`);
      return () => new Promise((stopped) => child.once('close', () => stopped()).kill('SIGTERM'));
    },
  };
}

/** A peer over the same articles; its files are compressed with Guichet's own compressor, and served by a plain server. */
export function peerSite(peer: Peer, place: BenchPlace, articles: readonly Article[]): BenchSite {
  const folder = join(place.work, peer.name.toLowerCase());
  rmSync(folder, { recursive: true, force: true });
  layOut(peer, folder, place.packages, articles);
  const [program = '', ...parameters] = peer.build;
  const command = [process.execPath, join(folder, 'node_modules/.bin', program), ...parameters];
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=12000', ASTRO_TELEMETRY_DISABLED: '1' };
  const build = () => runMeasured(command, { cwd: folder, env, timeoutMs: buildTimeoutMs });
  return {
    name: peer.name,
    search: peer.search,
    pageOf: ({ path }) => peer.pageOf(path),
    build,
    rebuild() {
      change(join(folder, peer.articles, `${articles[0]?.path}.md`));
      return build();
    },
    async serve(port) {
      const files = join(folder, peer.built);
      await precompress(files, () => undefined);
      const serve = sirv(files, { brotli: true, gzip: true, etag: true });
      const server = createServer((request, response) =>
        serve(request, response, () => void response.writeHead(404).end()),
      );
      await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
      return () => new Promise((stopped) => server.close(() => stopped()));
    },
  };
}

function change(file: string): void {
  appendFileSync(file, '\n\nOne more sentence.\n');
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`Nothing answers at ${url}.`);
}
