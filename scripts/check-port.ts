import { createServer } from 'node:http';
import { listen } from '../src/http/site-server.ts';

/**
 * Finds out before the long work whether the port can be opened.
 *
 * @throws Error saying what to do when it cannot.
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}
