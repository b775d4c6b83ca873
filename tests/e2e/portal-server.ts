import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, startPortal } from './start-portal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the portal over Guichet's own manual that the browser tests share. */
    portalUrl: string;
    /** Its data folder, for tests that look behind the pages. */
    portalDataFolder: string;
    /** Its content: the manual, with one other site allowed to show the widget. */
    portalContentFolder: string;
    /** File in which every connection that leaves the machine is written down. */
    connectionsFile: string;
    /** Origin of that other site; a test that needs the site serves it. */
    listedOrigin: string;
  }
}

/** Starts the portal once for all browser tests, and stops it cleanly at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const listedOrigin = `http://localhost:${await freePort()}`;
  const contentFolder = manualFor(listedOrigin);
  const connectionsFile = join(contentFolder, '.connections');
  writeFileSync(connectionsFile, '');
  const watch = `--import ${new URL('watch-connections.mjs', import.meta.url).href}`;
  // A key alone, as another program may have left it, is no model.
  const environment = {
    ...{ NODE_OPTIONS: watch, CONNECTIONS_FILE: connectionsFile, OPENAI_API_KEY: 'left-by-another-program' },
  };
  const portal = await startPortal({ contentFolder, environment });
  project.provide('connectionsFile', connectionsFile);
  project.provide('portalUrl', portal.url);
  project.provide('portalContentFolder', contentFolder);
  project.provide('listedOrigin', listedOrigin);
  project.provide('portalDataFolder', portal.dataFolder);
  return async () => {
    const code = await portal.stop();
    rmSync(portal.dataFolder, { recursive: true, force: true });
    rmSync(contentFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The portal ended with ${code} on SIGTERM:\n${portal.output()}`);
  };
}

function manualFor(listedOrigin: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-manual-'));
  cpSync(resolve(import.meta.dirname, '../../content'), folder, { recursive: true });
  const siteFile = join(folder, 'site.yaml');
  const lines = readFileSync(siteFile, 'utf8');
  writeFileSync(siteFile, `${lines}\nwidget:\n  origins: ['${listedOrigin}']\n`);
  return folder;
}
