import type { Transaction } from 'kysely';
import { takeNumbers } from '../../store/counters.ts';
import type { Store } from '../../store/open-store.ts';
import type { GapRow, Schema } from '../../store/schema.ts';
import type { GatheredGaps } from './find-gaps.ts';
import type { Gap } from './gap.ts';
import { identifyGaps } from './identify-gaps.ts';

/** What registering a report needs to know besides the report. */
export interface RegisterOptions {
  now: Date;
  /** Whether it is of all locales and the usual period: only such reports compare, and a gap that one lacks is gone. */
  isWhole: boolean;
  /** For each gap id, the article whose front matter says that it closes it. */
  closedBy: ReadonlyMap<string, string>;
}

const rowsAtOnce = 400;
const maxTries = 3;

/** Every gap that reports have found, by id. */
export async function readGapRows(store: Store): Promise<Map<string, GapRow>> {
  const rows = await store.database.selectFrom('gaps').selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The lasting id of each gap, new ones made; answered groups only have one when they were a gap before. */
export async function nameGaps(
  store: Store,
  { report, answeredGroups }: GatheredGaps,
  options: RegisterOptions,
): Promise<(string | undefined)[]> {
  const groups = [...report.gaps, ...answeredGroups];
  const references = groups.flatMap(({ ticketIds }) => ticketIds);
  for (let tries = 1; ; tries++) {
    const counter = await gapCounter(store);
    const known = [...(await readGapRows(store)).values()].map((row) => {
      return { ...row, words: JSON.parse(row.words) as string[] };
    });
    const ids = identifyGaps(groups, known, await gapsOfTickets(store, references));
    const isDone = await store.database.transaction().execute(async (transaction) => {
      const count = report.gaps.filter((_, place) => ids[place] === undefined).length;
      let next = (await takeNumbers(transaction, 'gap', count)) - count;
      // Another process named gaps meanwhile, perhaps these: look again.
      if (next !== counter && tries < maxTries) return false;
      for (const [place, gap] of report.gaps.entries()) {
        const id = ids[place];
        if (id === undefined) await insertGap(transaction, `gap-${++next}`, gap, options);
        else await updateGap(transaction, id, gap, options);
        ids[place] = id ?? `gap-${next}`;
      }
      if (options.isWhole) await markGone(transaction, ids, options);
      return true;
    });
    if (isDone) return ids;
  }
}

async function gapCounter(store: Store): Promise<number> {
  const row = await store.database
    .selectFrom('counters')
    .select('value')
    .where('name', '=', 'gap')
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}

async function gapsOfTickets(store: Store, references: string[]): Promise<Map<string, string>> {
  const gapOf = new Map<string, string>();
  for (const some of chunks(references)) {
    const rows = await store.database
      .selectFrom('gapTickets')
      .selectAll()
      .where('reference', 'in', some)
      .execute();
    for (const { reference, gapId } of rows) gapOf.set(reference, gapId);
  }
  return gapOf;
}

function* chunks<T>(list: T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += rowsAtOnce) yield list.slice(start, start + rowsAtOnce);
}

type Writing = Transaction<Schema>;

async function insertGap(
  transaction: Writing,
  id: string,
  gap: Gap,
  { now }: RegisterOptions,
): Promise<void> {
  await transaction
    .insertInto('gaps')
    .values({
      ...traitsOf(gap),
      id,
      locale: gap.locale,
      state: 'open',
      createdAt: now.toISOString(),
      seenAt: now.toISOString(),
      size: gap.size,
    })
    .execute();
}

function traitsOf(gap: Gap): Pick<GapRow, 'kind' | 'titleReference' | 'words' | 'articleId'> {
  return {
    kind: gap.kind,
    titleReference: gap.titleTicket ?? null,
    words: JSON.stringify(gap.words),
    articleId: gap.articleId ?? null,
  };
}

async function updateGap(
  transaction: Writing,
  id: string,
  gap: Gap,
  { now, isWhole }: RegisterOptions,
): Promise<void> {
  if (!isWhole) return;
  const row = await transaction
    .selectFrom('gaps')
    .select(['seenAt', 'size', 'state', 'closedBy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const isAnotherDay = row.seenAt.slice(0, 10) !== now.toISOString().slice(0, 10);
  await transaction
    .updateTable('gaps')
    .set({
      ...traitsOf(gap),
      seenAt: now.toISOString(),
      size: gap.size,
      ...(isAnotherDay && { previousSize: row.size }),
      // It had only stopped; an article that closes it is judged by its tickets instead.
      ...(row.state === 'closed' &&
        row.closedBy === null && { state: 'open' as const, closedAt: null, previousSize: 0 }),
    })
    .where('id', '=', id)
    .execute();
}

/** Gaps that a whole report lacks: their tickets are solved, or too old. */
async function markGone(
  transaction: Writing,
  ids: (string | undefined)[],
  { now }: RegisterOptions,
): Promise<void> {
  const there = new Set(ids);
  const rows = await transaction
    .selectFrom('gaps')
    .select('id')
    .where('state', 'in', ['open', 'claimed'])
    .execute();
  const gone = rows.map(({ id }) => id).filter((id) => !there.has(id));
  for (const some of chunks(gone))
    await transaction
      .updateTable('gaps')
      .set({ state: 'closed', closedBy: null, closedAt: now.toISOString() })
      .where('id', 'in', some)
      .execute();
}

/** Remembers which ticket is of which gap, a few at a time so that nobody waits for the table. */
export async function keepTickets(store: Store, gaps: ReadonlyMap<string, Gap>): Promise<void> {
  const rows = [...gaps].flatMap(([gapId, { ticketIds }]) =>
    ticketIds.map((reference) => ({ reference, gapId })),
  );
  const known = await gapsOfTickets(
    store,
    rows.map(({ reference }) => reference),
  );
  const fresh = rows.filter(({ reference, gapId }) => known.get(reference) !== gapId);
  for (const some of chunks(fresh))
    await store.database
      .insertInto('gapTickets')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('reference').doUpdateSet((eb) => ({ gapId: eb.ref('excluded.gapId') })),
      )
      .execute();
}
