import { expect, test } from 'vitest';
import { makeNightlyReport } from '../../src/app/nightly-gaps.ts';
import type { GapPeriod } from '../../src/app/make-gap-report.ts';
import type { GapReport } from '../../src/reports/gaps/gap.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

describeOnEachDatabase('the nightly gap report', (place) => {
  test('is made once a night after three o’clock in the site’s time zone, by one node', async () => {
    const periods: GapPeriod[] = [];
    const empty: GapReport = {
      generatedAt: '',
      since: '',
      tickets: 0,
      ungrouped: 0,
      answered: 0,
      gaps: [],
    };
    const lookAt = (time: string) =>
      makeNightlyReport({
        store: place.store,
        clock: () => new Date(time),
        timeZone: 'Europe/Paris',
        makeReport: (period) => {
          periods.push(period);
          return Promise.resolve(empty);
        },
      });
    expect(await lookAt('2026-11-22T01:30:00Z')).toBeUndefined();
    expect(await lookAt('2026-11-22T02:10:00Z')).toBe(empty);
    expect(await lookAt('2026-11-22T02:20:00Z')).toBeUndefined();
    expect(await lookAt('2026-11-23T05:00:00Z')).toBe(empty);
    expect(periods.map(({ since }) => since)).toEqual([
      '2026-09-22T22:00:00.000Z',
      '2026-09-23T22:00:00.000Z',
    ]);
  });
});
