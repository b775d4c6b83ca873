import { createServer } from 'node:http';
import { listen } from '../src/http/site-server.ts';
import type { Settings } from '../src/settings.ts';
import { openStore } from '../src/store/open-store.ts';

/**
 * Finds out before the long work whether the port can be opened and the database answers.
 *
 * @throws Error saying what to do when one cannot.
 */
export async function checkStart(settings: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, settings.port, settings.host);
  await new Promise((resolve) => probe.close(resolve));
  const store = await openStore(settings);
  await store.close();
}
