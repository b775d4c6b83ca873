import { randomUUID } from 'node:crypto';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';

/** The store, or a transaction of it. */
export type DraftStore = Pick<Store, 'database'>;

const idleMs = 30 * 60_000;
const touchEveryMs = 60_000;

/** A draft being typed: the id the browser was given before, if any, the language of the page, and what the form says so far. */
export interface DraftInHand {
  draftId?: string | undefined;
  locale: string;
  product?: string | undefined;
  topic?: string | undefined;
}

/** A draft that is counted. */
export interface OpenDraft {
  id: string;
  /** Nothing is shown against it, so that what showing changes can be measured. */
  isHeldOut: boolean;
}

/** What a reader did with an article that was shown against their draft. */
export interface DraftAction {
  draftId: string;
  articleId: string;
}

/**
 * The draft under which what is shown is counted: the one that is being typed, else a new one with a random id. After 30 idle minutes a
 * draft is a new session. No text and no person is kept.
 *
 * @param holdOut share of new drafts that are held out, between 0 and 1: which ones follows from their random ids.
 */
export async function openDraft(
  store: DraftStore,
  { draftId, ...form }: DraftInHand,
  clock: Clock,
  holdOut = 0,
): Promise<OpenDraft> {
  const now = clock();
  const known = draftId && isDraftId(draftId) ? await findDraft(store, draftId) : undefined;
  const idle = known ? now.getTime() - Date.parse(known.lastSeenAt) : Infinity;
  if (!known || idle > idleMs) return createDraft(store, form, now, holdOut);
  const said = { product: form.product ?? null, topic: form.topic ?? null };
  const isSaid = said.product === known.product && said.topic === known.topic;
  if (idle > touchEveryMs || !isSaid)
    await touchDraft(store, known.id, { ...said, lastSeenAt: now.toISOString() });
  return { id: known.id, isHeldOut: known.heldOut === 1 };
}

const draftIdPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text the browser sent can be the id of a draft. */
export function isDraftId(text: string): boolean {
  return draftIdPattern.test(text);
}

function findDraft(store: DraftStore, draftId: string) {
  return store.database.selectFrom('drafts').selectAll().where('id', '=', draftId).executeTakeFirst();
}

async function createDraft(
  store: DraftStore,
  {
    locale,
    product = null,
    topic = null,
  }: { locale: string; product?: string | undefined | null; topic?: string | undefined | null },
  now: Date,
  holdOut: number,
): Promise<OpenDraft> {
  const id = randomUUID();
  const isHeldOut = chanceOf(id) < holdOut;
  const at = now.toISOString();
  await store.database
    .insertInto('drafts')
    .values({ id, locale, product, topic, heldOut: Number(isHeldOut), createdAt: at, lastSeenAt: at })
    .execute();
  return { id, isHeldOut };
}

/** A number between 0 and 1 from the first 32 bits of a random id, which are all random. */
function chanceOf(id: string): number {
  return parseInt(id.slice(0, 8), 16) / 2 ** 32;
}

async function touchDraft(
  store: DraftStore,
  id: string,
  change: { lastSeenAt: string; product: string | null; topic: string | null },
): Promise<void> {
  await store.database.updateTable('drafts').set(change).where('id', '=', id).execute();
}

/** Notes the articles shown against a draft; those shown before and drafts that ended are passed over. */
export async function recordShown(
  { database }: DraftStore,
  draftId: string,
  articleIds: string[],
): Promise<void> {
  if (articleIds.length === 0 || !isDraftId(draftId)) return;
  const draft = await database.selectFrom('drafts').select('id').where('id', '=', draftId).executeTakeFirst();
  if (!draft) return;
  const untouched = { openedAt: null, rejectedReason: null, solvedAt: null };
  await database
    .insertInto('draftArticles')
    .values(articleIds.map((articleId) => ({ draftId, articleId, ...untouched })))
    .onConflict((conflict) => conflict.columns(['draftId', 'articleId']).doNothing())
    .execute();
}

/** Notes that a shown article was opened; what was never shown is passed over. */
export function recordOpened(store: Store, action: DraftAction, clock: Clock): Promise<void> {
  return mark(store, action, { openedAt: clock().toISOString() });
}

/** Notes that a shown article was pushed away, and why. */
export function recordRejected(
  store: Store,
  action: DraftAction & { reason?: string | undefined },
): Promise<void> {
  return mark(store, action, { rejectedReason: action.reason ?? 'other' });
}

/** Notes that the reader says a shown article solved their problem. */
export function recordSolved(store: Store, action: DraftAction, clock: Clock): Promise<void> {
  return mark(store, action, { solvedAt: clock().toISOString() });
}

type Mark = { openedAt: string } | { rejectedReason: string } | { solvedAt: string };

async function mark(store: Store, { draftId, articleId }: DraftAction, change: Mark): Promise<void> {
  if (!isDraftId(draftId)) return;
  await store.database
    .updateTable('draftArticles')
    .set(change)
    .where('draftId', '=', draftId)
    .where('articleId', '=', articleId)
    .execute();
}
