import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startPortal } from './start-portal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the portal over Guichet's own manual that the browser tests share. */
    portalUrl: string;
    /** Its data folder, for tests that look behind the pages. */
    portalDataFolder: string;
  }
}

/** Starts the portal once for all browser tests, and stops it cleanly at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const portal = await startPortal();
  project.provide('portalUrl', portal.url);
  project.provide('portalDataFolder', portal.dataFolder);
  return async () => {
    const code = await portal.stop();
    rmSync(portal.dataFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The portal ended with ${code} on SIGTERM:\n${portal.output()}`);
  };
}
