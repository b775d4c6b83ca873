import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** The counters there are: ticket numbers, the order of changes, and numbers of gaps. */
export type CounterName = 'ticket' | 'change' | 'gap';

/**
 * Takes `howMany` numbers from a counter and returns the last of them.
 *
 * The counter stays locked until the transaction ends, so a higher number never becomes visible before a lower one: whoever reads in order
 * misses nothing. A transaction that needs both counters takes `ticket` first.
 */
export async function takeNumbers(
  transaction: Transaction<Schema>,
  name: CounterName,
  howMany: number,
): Promise<number> {
  const { value } = await transaction
    .insertInto('counters')
    .values({ name, value: howMany })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: (eb) => eb('counters.value', '+', howMany) }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
