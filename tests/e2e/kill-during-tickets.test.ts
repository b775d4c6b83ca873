import { rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { run, startPortal } from './start-portal.ts';

const contentFolder = inject('portalContentFolder');
const senders = 20;
const ticketsEach = 60;
const killAfter = 300;

test('every ticket that was acknowledged is there after the server was killed in the middle', async () => {
  const portal = await startPortal({ contentFolder });
  const acknowledged = new Set<string>();
  const sendOne = async (number: number): Promise<boolean> => {
    const answer = await fetch(`${portal.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        locale: 'fr',
        email: `client${number}@example.org`,
        subject: `Demande ${number}`,
        description: 'Envoyée pendant une panne.',
      }),
    }).catch(() => undefined);
    if (answer?.status !== 201) return false;
    acknowledged.add(((await answer.json()) as { reference: string }).reference);
    return true;
  };
  const sender = async (first: number): Promise<void> => {
    for (let number = first; number < first + ticketsEach; number += 1) {
      const wasSent = await sendOne(number).catch(() => false);
      if (!wasSent) return;
      if (acknowledged.size === killAfter) void portal.stop('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, index) => sender(index * ticketsEach)));
  await portal.stop('SIGKILL');
  expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
  expect(acknowledged.size).toBeLessThan(senders * ticketsEach);

  const again = await startPortal({ contentFolder, dataFolder: portal.dataFolder });
  const exported = run(['scripts/tickets.ts', 'export'], { ...process.env, DATA_DIR: portal.dataFolder });
  expect(await exported.ended).toBe(0);
  const kept = new Set(
    exported
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => (JSON.parse(line) as { id: string }).id),
  );
  expect([...acknowledged].filter((reference) => !kept.has(reference))).toEqual([]);
  expect(await again.stop()).toBe(0);
  rmSync(portal.dataFolder, { recursive: true, force: true });
});
