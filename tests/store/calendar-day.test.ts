import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDay, monthsBefore, startOfDay } from '../../src/store/calendar-day.ts';

describe('the day of an instant', () => {
  test('is that of the clock on the wall', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(calendarDay(instant, 'UTC')).toBe('2026-11-22');
    expect(calendarDay(instant, 'Europe/Paris')).toBe('2026-11-23');
    expect(calendarDay(instant, 'America/Montreal')).toBe('2026-11-22');
  });

  test('begins at midnight on the wall, also when the clocks change that day', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-30', 'Europe/Paris').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-11-22', 'Asia/Kolkata').toISOString()).toBe('2026-11-21T18:30:00.000Z');
    expect(startOfDay('2026-11-22', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-21T10:00:00.000Z');
  });

  test('begins when the clocks jump where there is no midnight', () => {
    // In Beirut the clocks went from 23:59 to 01:00 that night.
    expect(startOfDay('2022-03-27', 'Asia/Beirut').toISOString()).toBe('2022-03-26T22:00:00.000Z');
  });

  test('holds every instant from its start to the start of the next one', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Pacific/Auckland');
    const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, zone, (instant, timeZone) => {
        const day = calendarDay(instant, timeZone);
        expect(startOfDay(day, timeZone).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(startOfDay(addDays(day, 1), timeZone).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });
});

test('months are counted back to a day that exists', () => {
  expect(monthsBefore('2026-11-22', 13)).toBe('2025-10-22');
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2026-01-15', 25)).toBe('2023-12-15');
});
