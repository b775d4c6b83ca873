import { expect, test } from 'vitest';
import { lastDays, monthOf } from '../../src/reports/figures/period.ts';

const timeZone = 'Europe/Paris';
const now = new Date('2026-11-22T12:00:00Z');
const week = lastDays(7, now, { timeZone });

test('a week ends today and spans whole days, also when the clocks change', () => {
  expect(week).toMatchObject({
    fromDay: '2026-11-16',
    toDay: '2026-11-22',
    since: '2026-11-15T23:00:00.000Z',
    until: '2026-11-22T23:00:00.000Z',
  });
  const october = lastDays(1, new Date('2026-10-25T12:00:00Z'), { timeZone });
  expect([october.since, october.until]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});

test('a day begins at midnight wherever the site is', () => {
  const beginning = (zone: string) => lastDays(1, now, { timeZone: zone }).since;
  expect(beginning('Asia/Kathmandu')).toBe('2026-11-21T18:15:00.000Z');
  expect(beginning('Pacific/Kiritimati')).toBe('2026-11-22T10:00:00.000Z');
  expect(beginning('Pacific/Pago_Pago')).toBe('2026-11-22T11:00:00.000Z');
});

test('a month is whole, whatever its length', () => {
  expect(monthOf('2026-02', { timeZone })).toMatchObject({ fromDay: '2026-02-01', toDay: '2026-02-28' });
  expect(monthOf('2026-12', { timeZone })).toMatchObject({ fromDay: '2026-12-01', toDay: '2026-12-31' });
});
