import { describe, expect, it } from 'vitest';
import { createEventSender } from '../../src/components/shell/send-events.ts';
import type { ReaderEvent } from '../../src/events/event.ts';
import { ManualTimers } from './manual-timers.ts';

function openSender() {
  const timers = new ManualTimers();
  const batches: ReaderEvent[][] = [];
  let made = 0;
  const sender = createEventSender({
    deliver: (events) => batches.push(events),
    later: timers.later,
    newId: () => `event-${(made += 1)}`,
    now: () => new Date('2026-11-22T08:00:00Z'),
  });
  return { sender, timers, batches };
}

describe('sending what readers do', () => {
  it('gives each event an id and a moment, and sends those of one moment together', async () => {
    const { sender, timers, batches } = openSender();
    sender.record({ kind: 'viewed', locale: 'fr', articleId: 'fr/a' });
    sender.record({ kind: 'voted', locale: 'fr', articleId: 'fr/a', value: 1 });
    expect(batches).toEqual([]);
    await timers.pass(1000);
    const at = '2026-11-22T08:00:00.000Z';
    expect(batches).toEqual([
      [
        { id: 'event-1', at, kind: 'viewed', locale: 'fr', articleId: 'fr/a' },
        { id: 'event-2', at, kind: 'voted', locale: 'fr', articleId: 'fr/a', value: 1 },
      ],
    ]);
  });

  it('sends at once when the page goes away, and nothing twice', async () => {
    const { sender, timers, batches } = openSender();
    sender.record({ kind: 'viewed', locale: 'fr' });
    sender.flush();
    await timers.pass(1000);
    expect(batches).toHaveLength(1);
  });

  it('does not let a batch grow without end', () => {
    const { sender, batches } = openSender();
    for (let event = 0; event < 45; event += 1) sender.record({ kind: 'clicked', locale: 'fr' });
    expect(batches.map((batch) => batch.length)).toEqual([20, 20]);
  });
});
