import { readSettings } from '../src/settings.ts';
import { ensureBuilt, makeDataFolder } from './build/ensure-built.ts';
import { checkStart } from './check-start.ts';
import { fail, say } from './progress.ts';

/** `npm run build`, and the first half of `npm start` (`--for-start`, which checks port and database before building). */
async function main(): Promise<void> {
  const settings = readSettings();
  const isForStart = process.argv.includes('--for-start');
  makeDataFolder(settings.dataFolder);
  if (isForStart) await checkStart(settings);
  const built = await ensureBuilt(settings);
  if (!isForStart) say(`built: ${built.siteFolder}`);
}

await main().catch(fail);
