import { parseArgs } from 'node:util';
import { openApp } from '../src/app.ts';
import { readSettings } from '../src/settings.ts';
import { addDays, calendarDay } from '../src/store/calendar-day.ts';
import { ensureIndexed } from './build/ensure-built.ts';
import { fail, say } from './progress.ts';
import { simulate } from './traffic/simulate.ts';
import { trueOverview } from './traffic/truth.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '31' },
    visits: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

/** `npm run simulate`: fills an empty portal with the traffic of the last days, to see the desk at work; says what is true of it. */
async function main(): Promise<void> {
  const [days, visitsPerDay, seed] = [values.days, values.visits, values.seed].map(Number);
  if (!days || !visitsPerDay || seed === undefined || Number.isNaN(seed))
    fail('Usage: npm run simulate -- [--days 31] [--visits 60] [--seed 1]');
  const settings = readSettings();
  const until = new Date();
  const clock = { now: until };
  const toDay = calendarDay(clock.now, 'UTC');
  const firstDay = addDays(toDay, 1 - days);
  clock.now = new Date(`${firstDay}T00:00:00Z`);
  const app = await openApp(settings, await ensureIndexed(settings), () => clock.now);
  try {
    const used = await app.store.database.selectFrom('events').select('id').limit(1).executeTakeFirst();
    if (used)
      fail(
        'This portal has been used: simulated people would spoil its figures. Set DATA_DIR to an empty folder.',
      );
    const facts = await simulate({ app, clock, seed, firstDay, days, visitsPerDay, until });
    say(JSON.stringify(trueOverview(facts, { fromDay: firstDay, toDay }), undefined, 2));
  } finally {
    await app.close();
  }
}

await main().catch(fail);
