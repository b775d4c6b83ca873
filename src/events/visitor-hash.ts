import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';

/** Turns what a request shows of its sender into the name they are counted under today. */
export type VisitorHasher = (address: string, userAgent: string, host: string) => Promise<string>;

const saltLifetimeMs = 48 * 3_600_000;

/**
 * Counts people without knowing them: the hash of address, browser and host with a random salt of the day (UTC). The salt is in the store,
 * so that all nodes agree, and is destroyed after 48 hours: from then on nobody can tell whose hash it was. Address and browser go no
 * further than this function.
 */
export function createVisitorHasher(store: Store, clock: Clock): VisitorHasher {
  let today: { day: string; salt: Promise<string> } | undefined;
  const saltOf = (now: Date): Promise<string> => {
    const day = now.toISOString().slice(0, 10);
    if (today?.day === day) return today.salt;
    const salt = takeSalt(store, day, now);
    today = { day, salt };
    // A store that fails once is asked again at the next request.
    salt.catch(() => (today = undefined));
    return salt;
  };
  return async (address, userAgent, host) => {
    const salt = await saltOf(clock());
    const seen = JSON.stringify([address, userAgent, host]);
    return createHmac('sha256', salt).update(seen).digest('base64url').slice(0, 16);
  };
}

async function takeSalt(store: Store, day: string, now: Date): Promise<string> {
  await destroyOldSalts(store, now);
  const fresh = { day, salt: randomBytes(32).toString('base64url'), createdAt: now.toISOString() };
  await store.database
    .insertInto('salts')
    .values(fresh)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
  const { salt } = await store.database
    .selectFrom('salts')
    .select('salt')
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return salt;
}

/** Destroys the salts made more than 48 hours ago. */
export async function destroyOldSalts(store: Store, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - saltLifetimeMs).toISOString();
  await store.database.deleteFrom('salts').where('createdAt', '<', oldest).execute();
}
