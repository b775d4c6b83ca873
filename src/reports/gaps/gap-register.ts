import type { Store } from '../../store/open-store.ts';
import type { GapRow } from '../../store/schema.ts';
import { effectOf } from './closing-effect.ts';
import type { GatheredGaps } from './find-gaps.ts';
import { expectedCost } from './gap-cost.ts';
import type { ClosedGap, Gap, GapChange, GapReport } from './gap.ts';
import { keepTickets, nameGaps, readGapRows, type RegisterOptions } from './name-gaps.ts';
import { ticketTitle } from './quote-tickets.ts';

/** Closed gaps are shown for so long. */
const closedShownMs = 180 * 86_400_000;

/**
 * Gives the gaps of a report the ids they had in earlier ones, or new ones, and says what changed since. A gap that an
 * article closes leaves the report; when its tickets keep coming, it is back.
 */
export async function registerGaps(
  store: Store,
  gathered: GatheredGaps,
  options: RegisterOptions,
): Promise<GapReport> {
  const groups = [...gathered.report.gaps, ...gathered.answeredGroups];
  const ids = await nameGaps(store, gathered, options);
  const found = namedGaps(groups, ids);
  await keepTickets(store, found);
  await noteClosings(store, options);
  const rows = await readGapRows(store);
  const { closed, reopened } = await judgeClosings(store, rows, found, options);
  const isClosed = new Set(closed.map(({ id }) => id));
  const open = gathered.report.gaps.flatMap((_, place) => {
    const gap = found.get(ids[place]!)!;
    if (isClosed.has(gap.id) || reopened.some(({ id }) => id === gap.id)) return [];
    return [{ ...gap, change: changeOf(rows.get(gap.id), options.now) }];
  });
  const gaps = [...open, ...reopened].sort(
    (one, other) =>
      expectedCost(other) - expectedCost(one) ||
      other.size - one.size ||
      one.id.localeCompare(other.id, 'en', { numeric: true }),
  );
  return { ...gathered.report, gaps, closed };
}

function namedGaps(groups: Gap[], ids: (string | undefined)[]): Map<string, Gap> {
  const named = new Map<string, Gap>();
  groups.forEach((group, place) => {
    const id = ids[place];
    if (id !== undefined) named.set(id, { ...group, id });
  });
  return named;
}

/** Closes the gaps that an article says it closes, and opens those whose article says so no more. */
async function noteClosings(store: Store, { now, closedBy }: RegisterOptions): Promise<void> {
  const rows = await readGapRows(store);
  for (const { id, ...row } of rows.values()) {
    const articleId = closedBy.get(id) ?? null;
    if (row.closedBy === articleId) continue;
    await store.database
      .updateTable('gaps')
      .set(
        articleId === null
          ? { state: 'open', closedBy: null, closedAt: null }
          : { state: 'closed', closedBy: articleId, closedAt: now.toISOString() },
      )
      .where('id', '=', id)
      .execute();
  }
}

async function judgeClosings(
  store: Store,
  rows: Map<string, GapRow>,
  found: Map<string, Gap>,
  { now }: RegisterOptions,
): Promise<{ closed: ClosedGap[]; reopened: Gap[] }> {
  const closed: ClosedGap[] = [];
  const reopened: Gap[] = [];
  for (const { id, kind, locale, state, closedBy, closedAt, ...row } of rows.values()) {
    if (state !== 'closed' || closedAt === null) continue;
    const title = await titleOf(store, row);
    const effect = closedBy === null ? undefined : await effectOf(store, { id, closedBy, closedAt }, now);
    const again = effect?.keepsComing ? found.get(id) : undefined;
    if (again && effect) reopened.push({ ...again, change: 'reopened', closing: effect.closing });
    else if (now.getTime() - Date.parse(closedAt) < closedShownMs)
      closed.push({ id, kind, locale, title, ...(effect && { closing: effect.closing }) });
  }
  return { closed: closed.sort(byNumber), reopened };
}

function byNumber(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id, 'en', { numeric: true });
}

/** The title is read from its ticket, so that an erased ticket leaves no word behind. */
async function titleOf(
  store: Store,
  { titleReference, words, articleId }: Pick<GapRow, 'titleReference' | 'words' | 'articleId'>,
): Promise<string> {
  const ticket =
    titleReference === null
      ? undefined
      : await store.database
          .selectFrom('tickets')
          .select(['subject', 'description'])
          .where('reference', '=', titleReference)
          .executeTakeFirst();
  return ticket ? ticketTitle(ticket) : (JSON.parse(words) as string[]).join(', ') || (articleId ?? '');
}

function changeOf(row: GapRow | undefined, now: Date): GapChange {
  if (!row) return 'new';
  if (row.previousSize === 0) return 'reopened';
  if (row.previousSize === null)
    return row.createdAt.slice(0, 10) === now.toISOString().slice(0, 10) ? 'new' : 'steady';
  const difference = row.size - row.previousSize;
  if (Math.abs(difference) < Math.max(2, 0.2 * row.previousSize)) return 'steady';
  return difference > 0 ? 'growing' : 'shrinking';
}
