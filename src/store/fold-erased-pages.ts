import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/**
 * Makes an erasure reach the disk: SQLite's log still holds the pages as they were until it is written back and cut. PostgreSQL does its
 * part by itself (autovacuum).
 */
export async function foldErasedPages(store: Store): Promise<void> {
  if (store.dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(store.database);
}
