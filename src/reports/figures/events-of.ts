import type { SelectQueryBuilder } from 'kysely';
import type { EventKind } from '../../events/event.ts';
import type { Store } from '../../store/open-store.ts';
import type { Schema } from '../../store/schema.ts';
import type { Period } from './period.ts';

/** The query of a period's events of some kinds, without columns yet. */
export function eventsOf(
  store: Store,
  { since, until, locale }: Period,
  kinds: EventKind[],
): SelectQueryBuilder<Schema, 'events', object> {
  const events = store.database
    .selectFrom('events')
    .where('kind', 'in', kinds)
    .where('at', '>=', since)
    .where('at', '<', until);
  return locale === undefined ? events : events.where('locale', '=', locale);
}

/** A share, or null when there is nothing to take it of: no searches is not a rate of 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
