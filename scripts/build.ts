import { readSettings } from '../src/settings.ts';
import { ensureBuilt } from './build/ensure-built.ts';
import { checkPort } from './check-port.ts';
import { fail, say } from './progress.ts';

/** `npm run build`, and the first half of `npm start` (`--for-start`, which looks at the port before building). */
async function main(): Promise<void> {
  const settings = readSettings();
  if (process.argv.includes('--for-start')) await checkPort(settings.port, settings.host);
  const built = await ensureBuilt(settings);
  if (!process.argv.includes('--for-start')) say(`built: ${built.siteFolder}`);
}

await main().catch(fail);
