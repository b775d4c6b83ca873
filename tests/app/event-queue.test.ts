import { describe, expect, test } from 'vitest';
import { createEventQueue } from '../../src/app/event-queue.ts';
import type { ArrivedEvent } from '../../src/events/record-events.ts';

const arrived = (id: string): ArrivedEvent => ({
  event: { id, kind: 'searched', at: '2026-11-22T10:00:00.000Z', locale: 'fr', query: 'mot', position: 1 },
  reader: { visitor: 'visitor-of-today', agent: 'person' },
});
const idsOf = (batch: readonly ArrivedEvent[]) => batch.map(({ event }) => ('id' in event ? event.id : ''));

/** A queue that notes what it writes, and drops the events of these ids. */
function notingQueue(dropped: string[] = []) {
  const batches: string[][] = [];
  const queue = createEventQueue((batch) => {
    const ids = idsOf(batch);
    batches.push(ids);
    const indexes = ids.flatMap((id, index) => (dropped.includes(id) ? [index] : []));
    return Promise.resolve({
      accepted: ids.length - indexes.length,
      dropped: indexes.map((index) => ({ index, reason: 'duplicate' as const })),
    });
  });
  return { queue, batches };
}

describe('events that wait to be written', () => {
  test('are written together, in the order they came', async () => {
    const { queue, batches } = notingQueue();
    await Promise.all([queue.add([arrived('first')], 'soon'), queue.add([arrived('second')], 'soon')]);
    expect(batches).toEqual([['first', 'second']]);
  });

  test('that browsers sent at once share a write, and each browser is told of its own', async () => {
    const { queue, batches } = notingQueue(['b', 'c']);
    const outcomes = await Promise.all([
      queue.add([arrived('a'), arrived('b')], 'now'),
      queue.add([arrived('c'), arrived('d')], 'now'),
    ]);
    expect(batches).toEqual([['a', 'b', 'c', 'd']]);
    expect(outcomes).toEqual([
      { accepted: 1, dropped: [{ index: 1, reason: 'duplicate' }] },
      { accepted: 1, dropped: [{ index: 0, reason: 'duplicate' }] },
    ]);
  });

  test('of many browsers are written in parts of a bounded size', async () => {
    const { queue, batches } = notingQueue();
    const many = Array.from({ length: 30 }, (_, browser) =>
      Array.from({ length: 100 }, (__, event) => arrived(`${browser}-${event}`)),
    );
    await Promise.all(many.map((batch) => queue.add(batch, 'now')));
    expect(batches.map(({ length }) => length)).toEqual([1000, 1000, 1000]);
  });

  test('are written before the portal stops', async () => {
    const { queue, batches } = notingQueue();
    const written = queue.add([arrived('last')], 'soon');
    await queue.flush();
    await written;
    expect(batches).toEqual([['last']]);
  });

  test('that cannot be written are not said to be', async () => {
    const queue = createEventQueue(() => Promise.reject(new Error('the disk is full')));
    await expect(queue.add([arrived('lost')], 'now')).rejects.toThrow('the disk is full');
  });
});
