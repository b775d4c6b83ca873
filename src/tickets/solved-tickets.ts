import { createHash } from 'node:crypto';
import { scrub } from '../privacy/scrub.ts';
import { changesSince } from '../store/changes.ts';
import type { Store } from '../store/open-store.ts';

const maxLearntChars = 5000;

/** A solved ticket as search learns from it: the words of its sender without personal data. */
export interface SolvedTicket {
  reference: string;
  articleId: string;
  /** Subject and description, scrubbed; the first 5,000 characters. */
  text: string;
  /** The same for all tickets of one sender, so that one person counts once; absent without a sender. */
  requesterKey?: string;
  resolvedAt: string;
}

/** What changed after a sequence number. */
export interface TicketChanges {
  /** To ask from the next time; the one asked from when nothing changed. */
  sequence: number;
  solved: SolvedTicket[];
  /** References of tickets that are no longer solved, or gone. */
  unsolved: string[];
}

/**
 * The tickets that were solved, opened again or erased after `sequence`, whoever did it and wherever; 0 for all there are. At most 500 at
 * a time: ask again from the new sequence until it stays the same.
 */
export async function solvedTicketsSince(store: Store, sequence: number): Promise<TicketChanges> {
  const changes = await changesSince(store, sequence);
  const last = changes.at(-1);
  if (!last) return { sequence, solved: [], unsolved: [] };
  const references = changes.map(({ reference }) => reference);
  const solved = await readSolved(store, references);
  const solvedReferences = new Set(solved.map(({ reference }) => reference));
  return {
    sequence: last.sequence,
    solved,
    unsolved: references.filter((reference) => !solvedReferences.has(reference)),
  };
}

async function readSolved(store: Store, references: string[]): Promise<SolvedTicket[]> {
  const rows = await store.database
    .selectFrom('tickets')
    .select(['reference', 'resolution', 'subject', 'description', 'requester', 'resolvedAt', 'createdAt'])
    .where('reference', 'in', references)
    .where('resolution', 'is not', null)
    .execute();
  return rows.flatMap(({ reference, resolution, subject, description, requester, resolvedAt, createdAt }) =>
    resolution === null
      ? []
      : [
          {
            reference,
            articleId: resolution,
            text: scrub(beginningOf([subject, description].filter(Boolean).join('\n'))),
            ...(requester !== null && { requesterKey: requesterKey(requester) }),
            resolvedAt: resolvedAt ?? createdAt,
          },
        ],
  );
}

/** Cut between words: half an address would not be recognised as one. */
function beginningOf(text: string): string {
  return text.length <= maxLearntChars ? text : text.slice(0, maxLearntChars).replace(/\S*$/, '');
}

function requesterKey(requester: string): string {
  return createHash('sha256').update(requester).digest('base64url').slice(0, 16);
}
