import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/components/search/found.ts';
import { countedAfterMs, SearchSession, pauseMs } from '../../src/components/search/search-session.ts';
import { ManualTimers, settle } from './manual-timers.ts';

function openBox() {
  const timers = new ManualTimers();
  const shown: string[] = [];
  const counted: string[] = [];
  const pending = new Map<string, (found: Found) => void>();
  const session = new SearchSession({
    answer: (query) => new Promise((resolve) => pending.set(query, resolve)),
    show: (query, found) => shown.push(`${query}: ${found ? found.total : 'unavailable'}`),
    clear: () => shown.push('closed'),
    count: (query, found) => counted.push(`${query}: ${found.total}`),
    later: timers.later,
  });
  const answer = async (query: string, total: number): Promise<void> => {
    pending.get(query)?.({ hits: [], total, from: 'server' });
    await settle();
  };
  return { timers, shown, counted, pending, session, answer };
}

describe('typing in the search box', () => {
  it('asks at once, and for what is typed meanwhile once the fingers rest, not for each letter', async () => {
    const { session, timers, pending } = openBox();
    for (const text of ['f', 'fa', 'fac']) session.typed(text);
    expect([...pending.keys()]).toEqual(['f']);
    await timers.pass(pauseMs);
    expect([...pending.keys()]).toEqual(['f', 'fac']);
  });

  it('asks at once again when the answer has come before the next letter', async () => {
    const { session, pending, answer } = openBox();
    session.typed('f');
    await answer('f', 40);
    session.typed('fa');
    expect([...pending.keys()]).toEqual(['f', 'fa']);
  });

  it('drops an answer that comes after the query has changed', async () => {
    const { session, timers, shown, answer } = openBox();
    session.typed('fac');
    await timers.pass(pauseMs);
    session.typed('facture');
    await timers.pass(pauseMs);
    await answer('facture', 2);
    await answer('fac', 40);
    expect(shown).toEqual(['facture: 2']);
  });

  it('closes when the field is emptied, and a late answer does not open it again', async () => {
    const { session, timers, shown, answer } = openBox();
    session.typed('fac');
    await timers.pass(pauseMs);
    session.typed('  ');
    await answer('fac', 40);
    expect(shown).toEqual(['closed']);
  });

  it('says so when nothing can answer', async () => {
    const shown: string[] = [];
    const timers = new ManualTimers();
    const session = new SearchSession({
      answer: () => Promise.reject(new Error('down')),
      show: (query, found) => shown.push(`${query}: ${found ? found.total : 'unavailable'}`),
      clear: () => undefined,
      count: () => undefined,
      later: timers.later,
    });
    session.typed('facture');
    await timers.pass(pauseMs);
    expect(shown).toEqual(['facture: unavailable']);
  });
});

describe('a search counts', () => {
  it('once it has stayed a second unchanged', async () => {
    const { session, timers, counted, answer } = openBox();
    session.typed('facture');
    await timers.pass(pauseMs);
    await answer('facture', 2);
    expect(counted).toEqual([]);
    await timers.pass(countedAfterMs);
    expect(counted).toEqual(['facture: 2']);
  });

  it('not for the prefixes typed on the way', async () => {
    const { session, timers, counted, answer } = openBox();
    session.typed('fact');
    await timers.pass(pauseMs);
    await answer('fact', 0);
    session.typed('facture');
    await timers.pass(countedAfterMs);
    expect(counted).toEqual([]);
  });

  it('at once when a result is opened, and only once', async () => {
    const { session, timers, counted, answer } = openBox();
    session.typed('facture');
    await timers.pass(pauseMs);
    await answer('facture', 2);
    session.chosen();
    session.chosen();
    await timers.pass(countedAfterMs);
    expect(counted).toEqual(['facture: 2']);
  });

  it('so that the results page can tell it was', async () => {
    const { session, timers, answer } = openBox();
    session.typed('facture');
    await timers.pass(pauseMs);
    await answer('facture', 2);
    expect(session.isCounted()).toBe(false);
    await timers.pass(countedAfterMs);
    expect(session.isCounted()).toBe(true);
    session.typed('factures');
    expect(session.isCounted()).toBe(false);
  });
});
