import type { SelectQueryBuilder } from 'kysely';
import type { EventKind } from '../../events/event.ts';
import type { Store } from '../../store/open-store.ts';
import type { Schema } from '../../store/schema.ts';
import type { Period } from './period.ts';

/** The query of a period's events of some kinds, without columns yet. */
export function eventsOf(
  store: Store,
  { since, until, locale, product }: Period,
  kinds: EventKind[],
): SelectQueryBuilder<Schema, 'events', object> {
  const events = store.database
    .selectFrom('events')
    .where('kind', 'in', kinds)
    .where('at', '>=', since)
    .where('at', '<', until);
  const ofLocale = locale === undefined ? events : events.where('locale', '=', locale);
  return product === undefined ? ofLocale : ofLocale.where('product', '=', product);
}
