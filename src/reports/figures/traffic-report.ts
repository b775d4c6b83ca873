import type { DailyTrafficRow } from '../../store/figure-rows.ts';
import type { Store } from '../../store/open-store.ts';
import type { Period } from './period.ts';

/** How many pages somebody was sent, or how many events were dropped for a reason. */
export type TrafficCount = Omit<DailyTrafficRow, 'day'>;

/** Who came to the portal in a period, and what was not counted; the whole portal, whatever the locale. */
export function trafficReport(store: Store, { fromDay, toDay }: Period): Promise<TrafficCount[]> {
  return store.database
    .selectFrom('dailyTraffic')
    .select(['kind', 'name'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .groupBy(['kind', 'name'])
    .orderBy('kind', 'desc')
    .orderBy('count', 'desc')
    .orderBy('name')
    .execute();
}
