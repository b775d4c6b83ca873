import { expect, test } from 'vitest';
import { promisedReply } from '../../src/app/reply-promise.ts';
import { readSite } from '../../src/site.ts';
import { siteFolder } from './site-folder.ts';

const site = readSite(
  siteFolder(`
timeZone: Europe/Paris
topics:
  - { id: billing, name: { en: Billing }, replyWithinHours: 2 }
  - { id: other, name: { en: Other } }
urgent:
  - { words: [outage], priority: urgent, replyWithinHours: 1 }
officeHours: { replyWithinHours: 8, holidays: ['2026-12-25'] }
`),
);

const monday = new Date('2026-11-23T08:07:00Z');
const promised = (ticket: Parameters<typeof promisedReply>[1]): string | undefined =>
  promisedReply(site, ticket)?.toISOString();

test('the promise is the topic’s, else the site’s, on the next quarter of an hour', () => {
  expect(promised({ sentAt: monday })).toBe('2026-11-23T16:15:00.000Z');
  expect(promised({ sentAt: monday, topic: 'other' })).toBe('2026-11-23T16:15:00.000Z');
  expect(promised({ sentAt: monday, topic: 'billing' })).toBe('2026-11-23T10:15:00.000Z');
});

test('words that mean trouble shorten it', () => {
  expect(promised({ sentAt: monday, topic: 'billing', subject: 'Outage' })).toBe('2026-11-23T09:15:00.000Z');
});

test('it counts office hours only, past holidays and weekends', () => {
  expect(promised({ sentAt: new Date('2026-12-24T16:30:00Z'), topic: 'billing' })).toBe(
    '2026-12-28T09:30:00.000Z',
  );
});
