import { expect, test } from 'vitest';
import { english } from '../../src/messages/en.ts';
import { french } from '../../src/messages/fr.ts';
import { replySentence } from '../../src/messages/reply-sentence.ts';

const say = (messages: typeof french, replyAt: string, now = '2026-11-20T10:00:00Z'): string =>
  replySentence(messages, { replyAt: new Date(replyAt), now: new Date(now), timeZone: 'Europe/Paris' });

test('names the weekday and the hour, as people say them', () => {
  expect(say(french, '2026-11-24T10:00:00Z')).toBe('Réponse avant mardi 11\u00a0h');
  expect(say(english, '2026-11-24T10:00:00Z')).toBe('Reply before Tuesday 11\u00a0am');
});

test('says minutes only when there are some', () => {
  expect(say(french, '2026-11-20T15:30:00Z')).toBe('Réponse aujourd’hui avant 16\u00a0h\u00a030');
  expect(say(english, '2026-11-20T15:30:00Z')).toBe('Reply today before 4:30\u00a0pm');
});

test('says tomorrow by the team’s own midnight', () => {
  expect(say(french, '2026-11-21T08:00:00Z', '2026-11-20T22:59:00Z')).toBe('Réponse demain avant 9\u00a0h');
  expect(say(french, '2026-11-21T08:00:00Z', '2026-11-20T23:01:00Z')).toBe(
    'Réponse aujourd’hui avant 9\u00a0h',
  );
});

test('gives the date when the weekday alone would mislead', () => {
  expect(say(french, '2026-12-01T10:00:00Z')).toBe('Réponse avant mardi 1er décembre, 11\u00a0h');
  expect(say(english, '2026-12-01T10:00:00Z')).toBe('Reply before Tuesday, December 1, 11\u00a0am');
});

test('counts days through a change of the clocks', () => {
  expect(say(french, '2026-10-25T08:00:00Z', '2026-10-24T10:00:00Z')).toBe('Réponse demain avant 9\u00a0h');
  expect(say(french, '2027-03-28T07:00:00Z', '2027-03-27T10:00:00Z')).toBe('Réponse demain avant 9\u00a0h');
});
