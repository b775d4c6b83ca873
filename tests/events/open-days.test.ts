import { expect, test } from 'vitest';
import { createCountOpenDays } from '../../src/events/open-days.ts';
import type { EventRow } from '../../src/store/schema.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { eventRow } from './event-row.ts';

const timeZone = 'Europe/Paris';

const view = (at: string, change: Partial<EventRow> = {}): EventRow => eventRow({ at, ...change });

describeOnEachDatabase('the days that are still open', (place) => {
  const insert = (...rows: EventRow[]) => place.store.database.insertInto('events').values(rows).execute();
  const viewsOf = async (count: ReturnType<typeof createCountOpenDays>, closed?: string) =>
    (await count(closed)).totals
      .filter(({ locale, product }) => locale === '*' && product === '*')
      .map(({ day, views, readers }) => ({ day, views, readers }));

  test('are counted as they stand, whatever arrives between two looks at them', async () => {
    const count = createCountOpenDays(place.store, timeZone);
    expect(await viewsOf(count)).toEqual([]);

    await insert(view('2026-03-01T10:00:00.000Z'), view('2026-03-01T23:00:00.000Z'));
    const [first, second] = ['2026-03-01', '2026-03-02'];
    expect(await viewsOf(count)).toEqual([
      { day: first, views: 1, readers: 1 },
      { day: second, views: 1, readers: 1 },
    ]);

    await insert(view('2026-03-02T08:00:00.000Z', { visitor: 'v2' }));
    expect(await viewsOf(count)).toEqual([
      { day: first, views: 1, readers: 1 },
      { day: second, views: 2, readers: 2 },
    ]);

    await insert(
      view('2026-03-02T08:00:00.000Z', { visitor: 'v3' }),
      view('2026-03-01T09:00:00.000Z', { visitor: 'v4' }),
      view('2026-03-02T09:00:00.000Z', { visitor: 'v2' }),
    );
    const all = [
      { day: first, views: 2, readers: 2 },
      { day: second, views: 4, readers: 3 },
    ];
    expect(await viewsOf(count)).toEqual(all);
    expect(await viewsOf(createCountOpenDays(place.store, timeZone))).toEqual(all);
  });

  test('are no longer counted here once they are closed', async () => {
    const count = createCountOpenDays(place.store, timeZone);
    expect(await viewsOf(count, '2026-03-01')).toEqual([{ day: '2026-03-02', views: 4, readers: 3 }]);
    expect(await viewsOf(count, '2026-03-02')).toEqual([]);
  });
});
