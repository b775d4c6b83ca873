import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createVisitorHasher, destroyOldSalts } from '../../src/events/visitor-hash.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const browser = ['192.0.2.7', 'Mozilla/5.0 (X11; Linux)', 'help.example.org'] as const;

describeOnEachDatabase('a visitor', (place) => {
  let now = new Date('2026-11-20T08:00:00Z');
  const clock = () => now;
  const salts = async () =>
    (await place.store.database.selectFrom('salts').selectAll().orderBy('day').execute()).map(
      ({ day }) => day,
    );

  test('is the same all day, on every node, and another for another address, browser or site', async () => {
    const node = createVisitorHasher(place.store, clock);
    const other = createVisitorHasher(await place.openAgain(), clock);
    const [first, second] = await Promise.all([node(...browser), other(...browser)]);
    expect(first).toMatch(/^[\w-]{16}$/);
    expect(second).toBe(first);
    now = new Date('2026-11-20T23:59:59Z');
    expect(await node(...browser)).toBe(first);
    const others = [
      await node('192.0.2.8', browser[1], browser[2]),
      await node(browser[0], 'curl', browser[2]),
      await node(browser[0], browser[1], 'other.example.org'),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
  });

  test('is someone else the next day', async () => {
    const node = createVisitorHasher(place.store, clock);
    const today = await node(...browser);
    now = new Date('2026-11-21T00:00:00Z');
    expect(await node(...browser)).not.toBe(today);
  });

  test('cannot be recognised after 48 hours: the salt is gone, also from a new node', async () => {
    now = new Date('2026-11-20T08:00:00Z');
    const before = await createVisitorHasher(place.store, clock)(...browser);
    now = new Date('2026-11-22T08:00:01Z');
    await createVisitorHasher(place.store, clock)(...browser);
    expect(await salts()).toEqual(['2026-11-21', '2026-11-22']);
    now = new Date('2026-11-20T08:00:00Z');
    expect(await createVisitorHasher(place.store, clock)(...browser)).not.toBe(before);
  });

  test('leaves no salt when nobody comes any more', async () => {
    await destroyOldSalts(place.store, new Date('2026-12-31T00:00:00Z'));
    expect(await salts()).toEqual([]);
  });

  test('is counted again after a moment in which the database did not answer', async () => {
    const node = createVisitorHasher(place.store, clock);
    await sql`alter table salts rename to salts_away`.execute(place.store.database);
    await expect(node(...browser)).rejects.toThrow();
    await sql`alter table salts_away rename to salts`.execute(place.store.database);
    expect(await node(...browser)).toMatch(/^[\w-]{16}$/);
  });

  test('leaves neither address nor browser anywhere', async () => {
    now = new Date('2026-11-22T09:00:00Z');
    await createVisitorHasher(place.store, clock)(...browser);
    const rows = await place.store.database.selectFrom('salts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.7|Mozilla/);
  });
});
