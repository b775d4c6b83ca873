import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { recordChanges } from '../store/changes.ts';
import type { Clock } from '../store/clock.ts';
import { takeNumbers } from '../store/counters.ts';
import type { Store } from '../store/open-store.ts';
import type { Schema, TicketRow } from '../store/schema.ts';
import { readImportedTicket } from './imported-ticket.ts';
import { firstNumber } from './submit-ticket.ts';
import { toRow } from './ticket-row.ts';
import { ticketStatuses } from './ticket.ts';
import type { Ticket } from './ticket.ts';

/** One record of a file, or why its line could not be read. */
export type ImportRecord = { line: number; value: unknown } | { line: number; reason: string };

/** How to import. */
export interface ImportOptions {
  clock: Clock;
  source: string;
  localeOf: (text: string) => string;
  onProgress?: ((counts: ImportCounts) => void) | undefined;
}

/** What an import did so far. */
export interface ImportCounts {
  added: number;
  /** Known tickets that moved on: a further status, a resolution, a time or an answer to a survey that was missing. */
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What an import did, and why lines were left out. */
export interface ImportReport extends Omit<ImportCounts, 'rejected'> {
  rejected: { line: number; reason: string }[];
}

const aimMs = 20;
const minBatch = 10;
const maxBatch = 400;

/**
 * Keeps the tickets of another help desk under their own ids. Reading the same file again adds nothing twice: a ticket that is known only
 * moves on. A line that cannot be used is reported and the rest goes on.
 *
 * Written in batches that last about 20 ms, with as long a pause between them, so that a server on the same database is never held up.
 */
export async function importTickets(
  store: Store,
  records: AsyncIterable<ImportRecord>,
  { clock, source, localeOf, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, rejected: [] };
  const rules = { source, localeOf, now: clock() };
  let batch = new Map<string, Ticket>();
  let size = 50;
  const write = async (): Promise<void> => {
    const startedAt = performance.now();
    await writeBatch(store, [...batch.values()], report);
    const tookMs = performance.now() - startedAt;
    size = Math.round(Math.min(maxBatch, Math.max(minBatch, (batch.size * aimMs) / tookMs)));
    batch = new Map();
    onProgress?.({ ...report, rejected: report.rejected.length });
    await pause(tookMs);
  };
  for await (const record of records) {
    const verdict = 'reason' in record ? record : readImportedTicket(record.value, rules);
    if ('reason' in verdict) report.rejected.push({ line: record.line, reason: verdict.reason });
    else {
      // The same ticket twice in one batch would be added twice: the first is written before.
      if (batch.has(verdict.ticket.reference)) await write();
      batch.set(verdict.ticket.reference, verdict.ticket);
    }
    if (batch.size >= size) await write();
  }
  if (batch.size > 0) await write();
  onProgress?.({ ...report, rejected: report.rejected.length });
  return report;
}

async function writeBatch(store: Store, tickets: Ticket[], report: ImportReport): Promise<void> {
  // In one order for everyone: two imports at once then wait for each other instead of blocking each other.
  const sorted = tickets.toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const counts = await store.database.transaction().execute(async (transaction) => {
    await reserveNumbers(transaction, sorted);
    const added = await insertUnknown(transaction, sorted);
    const known = sorted.filter(({ reference }) => !added.has(reference));
    const { updated, learnt } = await updateKnown(transaction, known);
    const solved = sorted.filter(({ reference, resolution }) => added.has(reference) && resolution);
    await recordChanges(transaction, [...solved.map(({ reference }) => reference), ...learnt].sort());
    return { added: added.size, updated, unchanged: known.length - updated };
  });
  report.added += counts.added;
  report.updated += counts.updated;
  report.unchanged += counts.unchanged;
}

/** Tickets of another Guichet keep their references; new ones are numbered after them. */
async function reserveNumbers(transaction: Transaction<Schema>, tickets: Ticket[]): Promise<void> {
  const numbers = tickets.flatMap(({ reference }) => {
    const [, digits] = /^G-(\d{4,9})$/.exec(reference) ?? [];
    return digits === undefined ? [] : [Number(digits) - firstNumber];
  });
  if (numbers.length === 0) return;
  const present = await takeNumbers(transaction, 'ticket', 0);
  const missing = Math.max(...numbers) - present;
  if (missing > 0) await takeNumbers(transaction, 'ticket', missing);
}

async function insertUnknown(transaction: Transaction<Schema>, tickets: Ticket[]): Promise<Set<string>> {
  const rows = await transaction
    .insertInto('tickets')
    .values(tickets.map(toRow))
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('reference')
    .execute();
  return new Set(rows.map(({ reference }) => reference));
}

async function updateKnown(transaction: Transaction<Schema>, tickets: Ticket[]) {
  const learnt: string[] = [];
  let updated = 0;
  if (tickets.length === 0) return { updated, learnt };
  const rows = await transaction
    .selectFrom('tickets')
    .selectAll()
    .where(
      'reference',
      'in',
      tickets.map(({ reference }) => reference),
    )
    .execute();
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  for (const ticket of tickets) {
    const row = byReference.get(ticket.reference);
    const news = row && whatIsNew(row, ticket);
    if (!news) continue;
    await transaction.updateTable('tickets').set(news).where('reference', '=', ticket.reference).execute();
    updated += 1;
    if (news.resolution !== undefined) learnt.push(ticket.reference);
  }
  return { updated, learnt };
}

/** What a help desk may learn of a ticket only later, such as from the survey that follows it. */
const learntLater = [
  'firstReplyAt',
  'resolvedAt',
  'team',
  'country',
  'satisfaction',
  'recommendation',
] as const;

type News = Partial<Pick<TicketRow, 'status' | 'resolution' | (typeof learntLater)[number]>>;

/** What an import knows of a ticket beyond what is kept. It never takes back what was done here: a status only moves forward. */
function whatIsNew(row: TicketRow, ticket: Ticket): News | undefined {
  const isFurther = ticketStatuses.indexOf(ticket.status) > ticketStatuses.indexOf(row.status);
  const news: News = {
    ...(isFurther && { status: ticket.status }),
    ...(ticket.resolution && ticket.resolution !== row.resolution && { resolution: ticket.resolution }),
    ...Object.fromEntries(
      learntLater.flatMap((name) => {
        const learnt = ticket[name];
        return row[name] === null && learnt !== undefined ? [[name, learnt]] : [];
      }),
    ),
  };
  return Object.keys(news).length > 0 ? news : undefined;
}
