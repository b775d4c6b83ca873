import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { openStore } from '../../src/store/open-store.ts';
import { describeOnEachDatabase, newLocation } from './each-store.ts';

describeOnEachDatabase('a ticket that was acknowledged', (place) => {
  test('is there after the server was killed in the middle of its work', async () => {
    const child = spawn(process.execPath, ['tests/store/submit-child.ts', JSON.stringify(place.location)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    for await (const reference of createInterface({ input: child.stdout })) {
      acknowledged.push(reference);
      if (acknowledged.length === 50) child.kill('SIGKILL');
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);
    const survivor = await place.openAgain();
    const kept = await survivor.database.selectFrom('tickets').select('reference').execute();
    const references = new Set(kept.map(({ reference }) => reference));
    expect(acknowledged.filter((reference) => !references.has(reference))).toEqual([]);
    const text = { locale: 'fr', email: 'b@example.org', subject: 'Après', description: '' };
    const next = await submitTicket(survivor, text, { clock: () => new Date(), timeZone: 'UTC' });
    expect('ticket' in next && references.has(next.ticket.reference)).toBe(false);
  });
});

test('SQLite waits for the disk at each commit', async () => {
  const store = await openStore(await newLocation('sqlite'));
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.database);
  // 2 is FULL.
  expect(rows).toEqual([{ synchronous: 2 }]);
  await store.close();
});
