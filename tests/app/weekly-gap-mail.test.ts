import { expect, test } from 'vitest';
import { sendWeeklyGaps } from '../../src/app/weekly-gap-mail.ts';
import type { GapReport } from '../../src/reports/gaps/gap.ts';
import { readSite } from '../../src/site.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';
import { questions, report, tickets } from '../reports/help-desk.ts';
import { startMailbox } from './mailbox.ts';

const gaps: GapReport = report(tickets('loyalty', questions.loyalty));
const site = {
  ...readSite('/nowhere'),
  name: 'Aide',
  gaps: { minutesPerTicket: 15, sendTo: ['chef@example.org'] },
};

describeOnEachDatabase('the weekly gap report', (place) => {
  test('goes out once a week to those whom site.yaml names, and again after a failure', async () => {
    const mailbox = await startMailbox();
    const settings = { smtpUrl: mailbox.url, siteUrl: 'https://aide.example.org' };
    const sendOn = async (day: string, more: Partial<Parameters<typeof sendWeeklyGaps>[0]> = {}) => {
      const startedAt = `${day}T03:00:00.000Z`;
      await place.store.database.insertInto('gapRuns').values({ day, startedAt }).execute();
      const clock = () => new Date(startedAt);
      return sendWeeklyGaps({ store: place.store, clock, site, settings, locale: 'fr', ...more }, gaps);
    };
    expect(await sendOn('2026-11-01', { settings: { smtpUrl: undefined, siteUrl: undefined } })).toBe(false);
    mailbox.refuseWith(550);
    await expect(sendOn('2026-11-02')).rejects.toThrow();
    mailbox.refuseWith(undefined);
    expect(await sendOn('2026-11-03')).toBe(true);
    expect(await sendOn('2026-11-04')).toBe(false);
    expect(await sendOn('2026-11-09')).toBe(false);
    expect(await sendOn('2026-11-10')).toBe(true);
    expect(mailbox.mails.map(({ to }) => to)).toEqual(['chef@example.org', 'chef@example.org']);
    expect(mailbox.mails[0]?.source).toContain('https://aide.example.org/admin/gaps');
    await mailbox.close();
  });
});
