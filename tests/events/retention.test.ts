import { expect, test } from 'vitest';
import { applyRetention } from '../../src/events/retention.ts';
import type { EventRow } from '../../src/store/schema.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const timeZone = 'Europe/Paris';
const calendar = (time: string) => ({ clock: () => new Date(time), timeZone });

let made = 0;
const row = (change: Partial<EventRow>): EventRow => ({
  id: `row-${(made += 1)}`,
  kind: 'viewed',
  at: '2025-01-10T10:00:00.000Z',
  locale: 'fr',
  articleId: 'fr/a',
  query: null,
  position: null,
  value: null,
  reason: null,
  visitor: 'v1',
  ...change,
});

describeOnEachDatabase('what readers did', (place) => {
  const insert = (rows: EventRow[]) => place.store.database.insertInto('events').values(rows).execute();
  const figures = () =>
    place.store.database
      .selectFrom('dailyFigures')
      .selectAll()
      .orderBy('day')
      .orderBy('kind')
      .orderBy('articleId')
      .execute();
  const ids = async () => (await place.store.database.selectFrom('events').select('id').execute()).length;

  test('becomes figures of its day after 13 months, and not a day before', async () => {
    await insert([
      row({}),
      row({ visitor: 'v2' }),
      row({ visitor: 'v2' }),
      row({ articleId: 'fr/b', visitor: null }),
      row({ at: '2025-01-10T22:59:59.999Z', visitor: 'v3' }),
      row({ at: '2025-01-10T23:00:00.000Z', visitor: 'v4' }),
      row({ kind: 'voted', value: 1 }),
      row({ kind: 'voted', value: 0 }),
      row({ kind: 'searched', articleId: null, query: 'x', position: 0 }),
      row({ kind: 'searched', articleId: null, query: 'y', position: 3 }),
    ]);
    expect(await applyRetention(place.store, calendar('2026-02-10T22:00:00Z'))).toBe(0);
    expect(await applyRetention(place.store, calendar('2026-02-10T23:30:00Z'))).toBe(9);
    expect(await ids()).toBe(1);
    const day = '2025-01-10';
    expect(await figures()).toEqual([
      {
        day,
        kind: 'searched',
        locale: 'fr',
        articleId: '',
        count: 2,
        readers: 1,
        valueSum: 0,
        zeroResults: 1,
      },
      {
        day,
        kind: 'viewed',
        locale: 'fr',
        articleId: 'fr/a',
        count: 4,
        readers: 3,
        valueSum: 0,
        zeroResults: 0,
      },
      {
        day,
        kind: 'viewed',
        locale: 'fr',
        articleId: 'fr/b',
        count: 1,
        readers: 0,
        valueSum: 0,
        zeroResults: 0,
      },
      {
        day,
        kind: 'voted',
        locale: 'fr',
        articleId: 'fr/a',
        count: 2,
        readers: 1,
        valueSum: 1,
        zeroResults: 0,
      },
    ]);
  });

  test('is counted once when two nodes let it go at the same time', async () => {
    await place.store.database.deleteFrom('dailyFigures').execute();
    await insert(Array.from({ length: 2500 }, () => row({ at: '2025-01-12T10:00:00.000Z' })));
    const other = place.store.dialect === 'postgres' ? await place.openAgain() : place.store;
    const time = calendar('2026-03-01T10:00:00Z');
    const deleted = await Promise.all([applyRetention(place.store, time), applyRetention(other, time)]);
    expect(deleted[0] + deleted[1]).toBe(2501);
    expect(await figures()).toMatchObject([
      { day: '2025-01-11', count: 1 },
      { day: '2025-01-12', count: 2500, readers: 1 },
    ]);
  });

  test('leaves no figure after 25 months', async () => {
    await applyRetention(place.store, calendar('2027-02-12T10:00:00Z'));
    expect(await figures()).toMatchObject([{ day: '2025-01-12' }]);
    await applyRetention(place.store, calendar('2027-02-13T10:00:00Z'));
    expect(await figures()).toEqual([]);
  });

  test('can no longer be tied to anybody two days later', async () => {
    const old = { day: '2027-02-10', salt: 'x', createdAt: '2027-02-10T00:00:00.000Z' };
    await place.store.database.insertInto('salts').values(old).execute();
    await applyRetention(place.store, calendar('2027-02-12T00:00:01Z'));
    expect(await place.store.database.selectFrom('salts').selectAll().execute()).toEqual([]);
  });
});
