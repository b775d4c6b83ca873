import { formatGaps } from '../reports/gaps/format-gaps.ts';
import type { GapReport } from '../reports/gaps/gap.ts';
import { wordingFor } from '../reports/gaps/wording.ts';
import type { Settings } from '../settings.ts';
import type { Site } from '../site.ts';
import { addDays, calendarDay } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { openMailTransport } from './mail-sender.ts';

/** What sending the report works with. */
export interface WeeklyMailParts {
  store: Store;
  clock: Clock;
  site: Site;
  settings: Pick<Settings, 'smtpUrl' | 'siteUrl'>;
  /** Language of the words around those of the customers. */
  locale: string;
}

const daysBetween = 7;
/** What people read in a mail; the desk has the rest. */
const gapsSent = 12;

/**
 * Sends a nightly report to those whom `site.yaml` names, when a week has passed since it went out last. What fails is
 * tried again the next night. Says whether it was sent.
 */
export async function sendWeeklyGaps(parts: WeeklyMailParts, report: GapReport): Promise<boolean> {
  const { store, clock, site, settings, locale } = parts;
  const today = calendarDay(clock(), site.timeZone);
  const transport = site.gaps.sendTo.length > 0 ? openMailTransport({ site, settings }) : undefined;
  if (!transport || (await wasSentSince(store, addDays(today, 1 - daysBetween)))) return false;
  const sent = { ...report, gaps: report.gaps.slice(0, gapsSent) };
  const wording = wordingFor(locale);
  const link = settings.siteUrl === undefined ? '' : `${settings.siteUrl}/admin/gaps`;
  try {
    await transport.sendMail({
      bcc: site.gaps.sendTo,
      subject: site.name + wording.colon + wording.title,
      text: formatGaps(sent, 'text', locale) + (link && `\n${link}\n`),
      html: withLink(formatGaps(sent, 'html', locale), link),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
  await store.database
    .updateTable('gapRuns')
    .set({ sentAt: clock().toISOString() })
    .where('day', '=', today)
    .execute();
  return true;
}

async function wasSentSince(store: Store, day: string): Promise<boolean> {
  const row = await store.database
    .selectFrom('gapRuns')
    .select('day')
    .where('sentAt', 'is not', null)
    .where('day', '>=', day)
    .executeTakeFirst();
  return row !== undefined;
}

function withLink(page: string, link: string): string {
  return link === '' ? page : page.replace('</body>', `<p><a href="${link}">${link}</a></p>\n</body>`);
}
