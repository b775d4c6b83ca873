import type { Store } from '../store/open-store.ts';
import type { DeflectionRow } from '../store/figure-rows.ts';
import { figureOf, outcomeOf } from './close-drafts.ts';

/** Drafts of a day that ended in a way. */
export interface DeflectionFigure extends DeflectionRow {
  /** The window is still open: a ticket may yet turn it into a deferral. */
  isProvisional: boolean;
}

/** First and last day, `YYYY-MM-DD` in the zone of the site. */
export interface DayRange {
  from: string;
  to: string;
}

/** How the drafts begun in a range of days ended: those counted for good, and those whose window is still open as they stand now. */
export async function deflectionFigures(
  store: Store,
  { from, to }: DayRange,
  timeZone: string,
): Promise<DeflectionFigure[]> {
  const settled = await store.database
    .selectFrom('deflections')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  const provisional = (await openDraftFigures(store, timeZone)).filter(({ day }) => day >= from && day <= to);
  return [...settled.map((row) => ({ ...row, isProvisional: false })), ...provisional];
}

async function openDraftFigures(store: Store, timeZone: string): Promise<DeflectionFigure[]> {
  const rows = await store.database
    .selectFrom('draftArticles')
    .innerJoin('drafts', 'drafts.id', 'draftArticles.draftId')
    .selectAll()
    .execute();
  const figures = new Map<string, DeflectionFigure>();
  for (const [first, ...others] of Map.groupBy(rows, ({ draftId }) => draftId).values()) {
    if (!first) continue;
    const draft = { ...first, articles: [first, ...others] };
    const figure = { ...figureOf(draft, outcomeOf(draft), timeZone), isProvisional: true };
    const key = JSON.stringify(figure);
    const counted = figures.get(key) ?? figure;
    figures.set(key, { ...counted, count: counted.count + 1 });
  }
  return [...figures.values()];
}
