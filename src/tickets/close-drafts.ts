import type { Transaction } from 'kysely';
import { calendarDay, monthsBefore } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { DeflectionRow } from '../store/figure-rows.ts';
import type { DraftArticleRow, DraftRow, Schema } from '../store/schema.ts';
import { isDraftId } from './drafts.ts';
import type { TicketSuggestion } from './ticket.ts';

/** How a draft that was shown something ended. */
export type DraftOutcome = DeflectionRow['outcome'];

/** The clock, and the zone the days of the figures are cut in. */
export interface DraftCalendar {
  clock: Clock;
  timeZone: string;
}

/** Days after which a draft that was left without a ticket counts as deflected. */
export const deflectionWindowDays = 7;

const dayMs = 86_400_000;
const figuresKeptMonths = 25;
const draftsPerTransaction = 200;

/** What was shown against the draft of a ticket being sent; counts it as submitted and deletes it. */
export async function takeDraft(
  transaction: Transaction<Schema>,
  draftId: string,
  timeZone: string,
): Promise<TicketSuggestion[]> {
  const [draft] = await readDrafts(transaction, [draftId]);
  if (!draft) return [];
  await endDrafts(transaction, [draft], () => 'submitted', timeZone);
  if (draft.heldOut === 1) return [];
  return draft.articles.map(({ articleId, openedAt, rejectedReason, solvedAt }) => ({
    articleId,
    opened: openedAt !== null,
    ...(rejectedReason !== null && { rejected: rejectedReason }),
    solved: solvedAt !== null,
  }));
}

/** Counts the earlier drafts of the sender of a ticket as deferred, and deletes them: they were no deflections. */
export async function countDeferredDrafts(
  transaction: Transaction<Schema>,
  draftIds: string[],
  { clock, timeZone }: DraftCalendar,
): Promise<void> {
  if (draftIds.length === 0) return;
  const opening = windowStart(clock);
  const drafts = (await readDrafts(transaction, draftIds)).filter((draft) => draft.lastSeenAt >= opening);
  await endDrafts(transaction, drafts, () => 'deferred', timeZone);
}

/**
 * Counts the drafts whose window has closed without a ticket into the daily figures, and deletes them. Short transactions, so that the
 * server is never held up. Figures older than 25 months are deleted.
 *
 * @returns how many drafts were closed.
 */
export async function closeExpiredDrafts(store: Store, { clock, timeZone }: DraftCalendar): Promise<number> {
  const opening = windowStart(clock);
  let closed = 0;
  for (;;) {
    const count = await store.database.transaction().execute(async (transaction) => {
      const expired = await transaction
        .selectFrom('drafts')
        .select('id')
        .where('lastSeenAt', '<', opening)
        .orderBy('lastSeenAt')
        .limit(draftsPerTransaction)
        .execute();
      const drafts = await readDrafts(
        transaction,
        expired.map(({ id }) => id),
      );
      await endDrafts(transaction, drafts, outcomeOf, timeZone);
      return drafts.length;
    });
    closed += count;
    if (count < draftsPerTransaction) break;
  }
  const oldestDay = monthsBefore(calendarDay(clock(), timeZone), figuresKeptMonths);
  await store.database.deleteFrom('deflections').where('day', '<', oldestDay).execute();
  return closed;
}

/** The start of the window: a draft last seen before it has ended for good. */
export function windowStart(clock: Clock): string {
  return new Date(clock().getTime() - deflectionWindowDays * dayMs).toISOString();
}

/** A draft with what was shown against it. */
export type ShownDraft = DraftRow & { articles: DraftArticleRow[] };

/** How a draft left without a ticket ended; nothing when nothing was shown. */
export function outcomeOf({ articles }: ShownDraft): DraftOutcome {
  if (articles.some(({ solvedAt }) => solvedAt !== null)) return 'explicit';
  if (articles.some(({ openedAt }) => openedAt !== null)) return 'implicit';
  return 'abandoned';
}

async function readDrafts(transaction: Transaction<Schema>, draftIds: string[]): Promise<ShownDraft[]> {
  const ids = draftIds.filter(isDraftId);
  if (ids.length === 0) return [];
  const drafts = await transaction.selectFrom('drafts').selectAll().where('id', 'in', ids).execute();
  const articles = await transaction
    .selectFrom('draftArticles')
    .selectAll()
    .where('draftId', 'in', ids)
    .execute();
  const byDraft = Map.groupBy(articles, ({ draftId }) => draftId);
  return drafts.map((draft) => ({ ...draft, articles: byDraft.get(draft.id) ?? [] }));
}

async function endDrafts(
  transaction: Transaction<Schema>,
  drafts: ShownDraft[],
  outcome: (draft: ShownDraft) => DraftOutcome,
  timeZone: string,
): Promise<void> {
  if (drafts.length === 0) return;
  const ids = drafts.map(({ id }) => id);
  const deleted = await transaction.deleteFrom('drafts').where('id', 'in', ids).returning('id').execute();
  // Another node may be ending the same drafts: each is counted by the one that deletes it.
  const ended = new Set(deleted.map(({ id }) => id));
  const own = drafts.filter(({ id }) => ended.has(id));
  for (const row of countOutcomes(own, outcome, timeZone)) await addToFigures(transaction, row);
}

async function addToFigures(transaction: Transaction<Schema>, row: DeflectionRow): Promise<void> {
  await transaction
    .insertInto('deflections')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'locale', 'product', 'topic', 'heldOut', 'opened', 'outcome'])
        .doUpdateSet({ count: (eb) => eb('deflections.count', '+', row.count) }),
    )
    .execute();
}

/** Counted on the day the draft began. A draft that was shown nothing is no session. Sorted, so that two nodes lock rows in one order. */
function countOutcomes(
  drafts: ShownDraft[],
  outcome: (draft: ShownDraft) => DraftOutcome,
  timeZone: string,
): DeflectionRow[] {
  const rows = new Map<string, DeflectionRow>();
  for (const draft of drafts.filter(({ articles }) => articles.length > 0)) {
    const row = figureOf(draft, outcome(draft), timeZone);
    const key = JSON.stringify(row);
    const counted = rows.get(key) ?? row;
    rows.set(key, { ...counted, count: counted.count + 1 });
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** The figure a draft is counted in, with no count yet. */
export function figureOf(draft: ShownDraft, outcome: DraftOutcome, timeZone: string): DeflectionRow {
  return {
    day: calendarDay(new Date(draft.createdAt), timeZone),
    locale: draft.locale,
    product: draft.product ?? '',
    topic: draft.topic ?? '',
    heldOut: draft.heldOut,
    opened: Number(draft.articles.some(({ openedAt }) => openedAt !== null)),
    outcome,
    count: 0,
  };
}
