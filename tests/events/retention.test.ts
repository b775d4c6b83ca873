import { expect, test } from 'vitest';
import { closeDays, lastClosedDay } from '../../src/events/closed-days.ts';
import { applyRetention } from '../../src/events/retention.ts';
import type { EventRow } from '../../src/store/schema.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { eventRow } from './event-row.ts';

const timeZone = 'Europe/Paris';
const calendar = (time: string) => ({ clock: () => new Date(time), timeZone });

describeOnEachDatabase('what readers did', (place) => {
  const insert = (rows: EventRow[]) => place.store.database.insertInto('events').values(rows).execute();
  const totals = () =>
    place.store.database
      .selectFrom('dailyTotals')
      .select(['day', 'views', 'readers', 'searches', 'zeroResults'])
      .where('locale', '=', '*')
      .where('product', '=', '*')
      .orderBy('day')
      .execute();
  const ids = async () => (await place.store.database.selectFrom('events').select('id').execute()).length;

  test('is counted for good a day after the day is over, and goes after 13 months, not a day before', async () => {
    await insert([
      eventRow({}),
      eventRow({ visitor: 'v2' }),
      eventRow({ visitor: 'v2' }),
      eventRow({ articleId: 'fr/b', visitor: null }),
      eventRow({ at: '2025-01-10T22:59:59.999Z', visitor: 'v3' }),
      eventRow({ at: '2025-01-10T23:00:00.000Z', visitor: 'v4' }),
      eventRow({ kind: 'searched', articleId: null, query: 'x', position: 0 }),
      eventRow({ kind: 'searched', articleId: null, query: 'y', position: 3 }),
    ]);
    await closeDays(place.store, calendar('2025-01-11T23:00:00Z'));
    expect(await lastClosedDay(place.store)).toBeUndefined();
    await closeDays(place.store, calendar('2025-01-11T23:11:00Z'));
    expect(await lastClosedDay(place.store)).toBe('2025-01-10');
    expect(await totals()).toEqual([
      { day: '2025-01-10', views: 5, readers: 3, searches: 2, zeroResults: 1 },
    ]);
    expect(await applyRetention(place.store, calendar('2026-02-10T22:00:00Z'))).toBe(0);
    expect(await applyRetention(place.store, calendar('2026-02-10T23:30:00Z'))).toBe(7);
    expect(await ids()).toBe(1);
    expect(await totals()).toHaveLength(2);
  });

  test('keeps its words as long as the events, and its figures longer', async () => {
    const words = () => place.store.database.selectFrom('dailyQueries').select('query').execute();
    expect(await words()).toEqual([]);
    expect((await totals())[0]).toMatchObject({ day: '2025-01-10', searches: 2 });
  });

  test('is counted once when two nodes close the same days at the same time', async () => {
    const many = Array.from({ length: 2500 }, (_, number) =>
      eventRow({ at: '2026-03-12T10:00:00.000Z', articleId: `fr/${number % 700}`, visitor: `v${number}` }),
    );
    for (let start = 0; start < many.length; start += 500) await insert(many.slice(start, start + 500));
    const other = place.store.dialect === 'postgres' ? await place.openAgain() : place.store;
    const time = calendar('2026-03-20T10:00:00Z');
    await Promise.all([closeDays(place.store, time), closeDays(other, time)]);
    expect((await totals()).at(-1)).toMatchObject({ day: '2026-03-12', views: 2500, readers: 2500 });
    const articles = await place.store.database
      .selectFrom('dailyFigures')
      .select('count')
      .where('day', '=', '2026-03-12')
      .execute();
    expect(articles).toHaveLength(700);
  });

  test('leaves no figure after 25 months', async () => {
    const traffic = { day: '2026-03-12', kind: 'pages' as const, name: 'person', count: 3 };
    await place.store.database.insertInto('dailyTraffic').values(traffic).execute();
    await applyRetention(place.store, calendar('2028-04-12T10:00:00Z'));
    expect(await totals()).toMatchObject([{ day: '2026-03-12' }]);
    await applyRetention(place.store, calendar('2028-04-13T10:00:00Z'));
    expect(await totals()).toEqual([]);
    for (const table of ['dailyFigures', 'dailyTraffic'] as const)
      expect(await place.store.database.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('can no longer be tied to anybody two days later', async () => {
    const old = { day: '2028-04-11', salt: 'x', createdAt: '2028-04-11T00:00:00.000Z' };
    await place.store.database.insertInto('salts').values(old).execute();
    await applyRetention(place.store, calendar('2028-04-13T10:00:01Z'));
    expect(await place.store.database.selectFrom('salts').selectAll().execute()).toEqual([]);
  });
});
