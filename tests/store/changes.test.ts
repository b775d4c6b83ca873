import { expect, test } from 'vitest';
import { changesSince, recordChanges } from '../../src/store/changes.ts';
import { takeNumbers } from '../../src/store/counters.ts';
import type { Store } from '../../src/store/open-store.ts';
import { describeOnEachDatabase } from './each-store.ts';

const change = (store: Store, ...references: string[]) =>
  store.database.transaction().execute((transaction) => recordChanges(transaction, references));

describeOnEachDatabase('changes', (place) => {
  test('are heard of in order, once, and only the latest of each ticket', async () => {
    await change(place.store, 'A', 'B');
    await change(place.store, 'A');
    expect(await changesSince(place.store, 0)).toEqual([
      { reference: 'B', sequence: 2 },
      { reference: 'A', sequence: 3 },
    ]);
    expect(await changesSince(place.store, 3)).toEqual([]);
  });

  test('are seen by another node', async () => {
    const other = await place.openAgain();
    await change(place.store, 'C');
    expect((await changesSince(other, 3)).map(({ reference }) => reference)).toEqual(['C']);
  });

  test('of a transaction that failed are not heard of', async () => {
    const failing = place.store.database.transaction().execute(async (transaction) => {
      await recordChanges(transaction, ['D']);
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    await change(place.store, 'E');
    expect((await changesSince(place.store, 4)).map(({ reference }) => reference)).toEqual(['E']);
  });

  test('written at once by several nodes get different numbers', async () => {
    const other = await place.openAgain();
    const stores = place.store.dialect === 'postgres' ? [place.store, other] : [place.store];
    const take = (store: Store) =>
      store.database.transaction().execute((transaction) => takeNumbers(transaction, 'ticket', 1));
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take(stores[index % stores.length]!)),
    );
    expect(numbers.toSorted((one, two) => one - two)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});
