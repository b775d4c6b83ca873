import type { DailyTrafficRow } from '../store/figure-rows.ts';
import type { Store } from '../store/open-store.ts';

/** Adds counts to those of their day; in one order, so that two nodes lock rows alike. */
export async function addTraffic(store: Store, rows: readonly DailyTrafficRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keyOf = ({ day, kind, name }: DailyTrafficRow): string => [day, kind, name].join(' ');
  await store.database
    .insertInto('dailyTraffic')
    .values(rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)))
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'kind', 'name'])
        .doUpdateSet({ count: (eb) => eb('dailyTraffic.count', '+', eb.ref('excluded.count')) }),
    )
    .execute();
}
