import { expect, test } from 'vitest';
import { expectedReply, type WorkingHours } from '../../src/tickets/expected-reply.ts';

const week: WorkingHours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '18:00',
  holidays: ['2026-12-25'],
  replyWithinHours: 8,
};

const reply = (sentAt: string, hours: WorkingHours = week, timeZone = 'Europe/Paris'): string | undefined =>
  expectedReply(new Date(sentAt), hours, timeZone)?.toISOString();

test('a ticket sent at opening is answered the same day', () => {
  expect(reply('2026-11-23T08:00:00Z')).toBe('2026-11-23T16:00:00.000Z');
});

test('a ticket sent in the afternoon is answered the next working day', () => {
  expect(reply('2026-11-23T15:00:00Z')).toBe('2026-11-24T14:00:00.000Z');
});

test('a ticket sent at the weekend waits for Monday', () => {
  expect(reply('2026-11-21T12:00:00Z')).toBe('2026-11-23T16:00:00.000Z');
});

test('a holiday and the weekend after it do not count', () => {
  expect(reply('2026-12-24T16:00:00Z')).toBe('2026-12-28T15:00:00.000Z');
});

test('the clocks going back on a Sunday move the next morning in UTC, not on the wall', () => {
  expect(reply('2026-10-23T16:00:00Z')).toBe('2026-10-26T16:00:00.000Z');
});

test('hours are those of the team’s own zone', () => {
  expect(reply('2026-11-23T08:00:00Z', week, 'America/Montreal')).toBe('2026-11-23T22:00:00.000Z');
});

test('a team that never works promises nothing', () => {
  const never = { ...week, from: '09:00', to: '09:00' };
  expect(reply('2026-11-23T08:00:00Z', never)).toBeUndefined();
});
