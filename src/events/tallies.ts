import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';

/** Amounts by name, such as `{'answers.shown': 1, 'model.calls': 2}`. */
export type Tallies = Record<string, number>;

/** Adds to the amounts of a day; what was done is counted, and nothing of who did it. */
export async function addToTallies(store: Store, day: string, tallies: Tallies): Promise<void> {
  const rows = Object.entries(tallies)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => ({ day, name, amount: Math.round(amount) }));
  if (rows.length === 0) return;
  await store.database
    .insertInto('tallies')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'name'])
        .doUpdateSet({ amount: sql<number>`tallies.amount + excluded.amount` }),
    )
    .execute();
}

/** The amounts of a span of days, both included, summed by name. */
export async function readTallies(
  store: Store,
  { from, to }: { from: string; to: string },
): Promise<Tallies> {
  const rows = await store.database
    .selectFrom('tallies')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select((eb) => ['name', eb.fn.sum<number>('amount').as('amount')])
    .groupBy('name')
    .execute();
  return Object.fromEntries(rows.map(({ name, amount }) => [name, Number(amount)]));
}
