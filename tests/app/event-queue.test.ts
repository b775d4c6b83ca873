import { describe, expect, test } from 'vitest';
import { createEventQueue } from '../../src/app/event-queue.ts';
import type { ArrivedEvent } from '../../src/events/record-events.ts';

const arrived = (id: string): ArrivedEvent => ({
  event: { id, kind: 'searched', at: '2026-11-22T10:00:00.000Z', locale: 'fr', query: 'mot', position: 1 },
  reader: { visitor: 'visitor-of-today', bot: false },
});
const idsOf = (batch: readonly ArrivedEvent[]) => batch.map(({ event }) => ('id' in event ? event.id : ''));

describe('events that the server records itself', () => {
  test('are written together, in the order they came', async () => {
    const batches: string[][] = [];
    const queue = createEventQueue(
      (batch) => Promise.resolve(batches.push(idsOf(batch))),
      () => undefined,
    );
    await Promise.all([queue.add(arrived('first')), queue.add(arrived('second'))]);
    expect(batches).toEqual([['first', 'second']]);
  });

  test('are written before the portal stops', async () => {
    const batches: string[][] = [];
    const queue = createEventQueue(
      (batch) => Promise.resolve(batches.push(idsOf(batch))),
      () => undefined,
    );
    const written = queue.add(arrived('last'));
    await queue.flush();
    await written;
    expect(batches).toEqual([['last']]);
  });

  test('cost no reader an answer when they cannot be written', async () => {
    const failures: unknown[] = [];
    const queue = createEventQueue(
      () => Promise.reject(new Error('the disk is full')),
      (error) => failures.push(error),
    );
    await queue.add(arrived('lost'));
    expect(failures).toEqual([new Error('the disk is full')]);
  });
});
