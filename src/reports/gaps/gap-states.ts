import type { Store } from '../../store/open-store.ts';
import type { GapRow } from '../../store/schema.ts';
import type { Gap, GapReport, GeneratedWording } from './gap.ts';

/** What the team decided about gaps, and how models worded them, by id. */
export type GapStates = ReadonlyMap<
  string,
  Pick<GapRow, 'state' | 'claimedBy' | 'reason'> & { generated: GeneratedWording | undefined }
>;

/** Reads what the team decided about every gap. */
export async function readGapStates(store: Store): Promise<GapStates> {
  const rows = await store.database
    .selectFrom('gaps')
    .select(['id', 'state', 'claimedBy', 'reason', 'generated'])
    .execute();
  return new Map(
    rows.map(({ id, generated, ...row }) => [
      id,
      { ...row, generated: generated === null ? undefined : (JSON.parse(generated) as GeneratedWording) },
    ]),
  );
}

/** A report as the team left it: who works on which gap, and without those that were dismissed. */
export function withStates(report: GapReport, states: GapStates): GapReport {
  const gaps = report.gaps.filter(({ id }) => states.get(id)?.state !== 'dismissed');
  const dismissed = report.gaps.filter((gap) => !gaps.includes(gap));
  return {
    ...report,
    gaps: gaps.map((gap) => withState(gap, states)),
    dismissed: dismissed.map(({ id, kind, locale, title, size }) => {
      return { id, kind, locale, title, size, reason: states.get(id)?.reason ?? '' };
    }),
  };
}

function withState(gap: Gap, states: GapStates): Gap {
  const state = states.get(gap.id);
  if (!state) return gap;
  return {
    ...gap,
    ...(state.claimedBy !== null && { claimedBy: state.claimedBy }),
    ...(state.generated && { generated: state.generated }),
  };
}

/** What someone of the team decides about a gap. */
export type GapDecision =
  { action: 'claim'; name: string } | { action: 'dismiss'; reason: string } | { action: 'reopen' };

/** Notes a decision; false when no report ever found such a gap. */
export async function decideOnGap(store: Store, id: string, decision: GapDecision): Promise<boolean> {
  const result = await store.database
    .updateTable('gaps')
    .set(changesFor(decision))
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

function changesFor(decision: GapDecision): Partial<Pick<GapRow, 'state' | 'claimedBy' | 'reason'>> {
  switch (decision.action) {
    case 'claim':
      return { state: 'claimed', claimedBy: decision.name };
    case 'dismiss':
      return { state: 'dismissed', reason: decision.reason, claimedBy: null };
    case 'reopen':
      return { state: 'open', reason: null, claimedBy: null };
  }
}

/** Keeps how a model worded a gap, so that it is asked once. */
export async function keepWording(store: Store, id: string, generated: GeneratedWording): Promise<void> {
  await store.database
    .updateTable('gaps')
    .set({ generated: JSON.stringify(generated) })
    .where('id', '=', id)
    .execute();
}
