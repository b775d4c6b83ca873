import { scrub } from '../privacy/scrub.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { EventRow } from '../store/schema.ts';
import type { Agent } from './agent.ts';
import type { EventKind, ReaderEvent } from './event.ts';
import type { InvalidEvent } from './parse-events.ts';

/** Why an event is not counted; the closed list. */
export type DropReason =
  'invalid' | 'bot' | 'team' | 'prefetch' | 'clock' | 'too-old' | 'unknown-article' | 'duplicate';

/** Who the events come from, without knowing who. */
export interface Reader {
  /** Hash of the day, from `createVisitorHasher`. */
  visitor: string;
  /** Hash of the day of the network address alone; kept in memory, for limits. */
  address?: string;
  agent: Agent;
}

/** What the steps have to know of the world. */
export interface EventRules {
  clock: Clock;
  knowsArticle: (articleId: string) => boolean;
  /** Product of an article, where it has one. */
  productOf?: (articleId: string) => string | undefined;
}

/** How many events were counted, and why the others were not, by their place in the batch. */
export interface RecordOutcome {
  accepted: number;
  dropped: { index: number; reason: DropReason }[];
}

/** An event, or what could not be read as one, and who it comes from. */
export interface ArrivedEvent {
  event: ReaderEvent | InvalidEvent;
  reader: Reader;
  /** When the browser's clock says the batch was sent, ISO 8601 in UTC. */
  sentAt?: string | undefined;
}

interface Arrival {
  reader: Reader;
  sentAt: string | undefined;
  rules: EventRules;
  now: number;
}

type Step = (event: ReaderEvent, arrival: Arrival) => ReaderEvent | DropReason;

const maxAgeMs = 24 * 3_600_000;
const maxAheadMs = 5 * 60_000;
const wrongClockMs = 60_000;
const maxQueryChars = 200;

/** In order: what each step does is its name; the first reason to drop an event ends it. */
const steps: Step[] = [
  dropOthersThanReaders,
  setClockRight,
  dropFromTheFuture,
  dropTooOld,
  dropUnknownArticles,
  nameProduct,
  scrubWords,
];

/**
 * Counts what a reader did. Each event goes through the steps by itself; an event that was counted before is a duplicate.
 *
 * Events of the ticket form are kept without the visitor's hash, and no event keeps its draft: nothing leads from a named ticket to what
 * its sender read.
 */
export function recordEvents(
  store: Store,
  events: readonly (ReaderEvent | InvalidEvent)[],
  reader: Reader,
  rules: EventRules,
): Promise<RecordOutcome> {
  return recordArrived(
    store,
    events.map((event) => ({ event, reader })),
    rules,
  );
}

/** Counts what several readers did, with one write. */
export async function recordArrived(
  store: Store,
  arrived: readonly ArrivedEvent[],
  rules: EventRules,
): Promise<RecordOutcome> {
  const now = rules.clock().getTime();
  const dropped: RecordOutcome['dropped'] = [];
  const kept = new Map<string, { index: number; row: EventRow }>();
  for (const [index, { event, reader, sentAt }] of arrived.entries()) {
    const outcome = 'mistake' in event ? 'invalid' : passSteps(event, { reader, sentAt, rules, now });
    if (typeof outcome === 'string') dropped.push({ index, reason: outcome });
    else if (kept.has(outcome.id)) dropped.push({ index, reason: 'duplicate' });
    else kept.set(outcome.id, { index, row: toRow(outcome, reader) });
  }
  const inserted = await insertNew(
    store,
    [...kept.values()].map(({ row }) => row),
  );
  for (const [id, { index }] of kept) if (!inserted.has(id)) dropped.push({ index, reason: 'duplicate' });
  return { accepted: inserted.size, dropped: dropped.sort((one, other) => one.index - other.index) };
}

function passSteps(event: ReaderEvent, arrival: Arrival): ReaderEvent | DropReason {
  let passed = event;
  for (const step of steps) {
    const outcome = step(passed, arrival);
    if (typeof outcome === 'string') return outcome;
    passed = outcome;
  }
  return passed;
}

/** People are counted; programs, the team's own visits and pages a browser fetched in advance are not. */
function dropOthersThanReaders(event: ReaderEvent, { reader }: Arrival): ReaderEvent | DropReason {
  switch (reader.agent) {
    case 'person':
      return event;
    case 'team':
    case 'prefetch':
      return reader.agent;
    default:
      return 'bot';
  }
}

/** A browser that says when it sent a batch tells by how much its clock is wrong. */
function setClockRight(event: ReaderEvent, { sentAt, now }: Arrival): ReaderEvent {
  const wrongMs = sentAt === undefined ? 0 : now - Date.parse(sentAt);
  if (Math.abs(wrongMs) <= wrongClockMs) return event;
  return { ...event, at: new Date(Date.parse(event.at) + wrongMs).toISOString() };
}

/** A clock that is a little ahead is set right; one that is far off says nothing about when this happened. */
function dropFromTheFuture(event: ReaderEvent, { now }: Arrival): ReaderEvent | DropReason {
  const aheadMs = Date.parse(event.at) - now;
  if (aheadMs > maxAheadMs) return 'clock';
  return aheadMs > 0 ? { ...event, at: new Date(now).toISOString() } : event;
}

function dropTooOld(event: ReaderEvent, { now }: Arrival): ReaderEvent | DropReason {
  return now - Date.parse(event.at) > maxAgeMs ? 'too-old' : event;
}

function dropUnknownArticles(event: ReaderEvent, { rules }: Arrival): ReaderEvent | DropReason {
  return event.articleId !== undefined && !rules.knowsArticle(event.articleId) ? 'unknown-article' : event;
}

function nameProduct(event: ReaderEvent, { rules }: Arrival): ReaderEvent {
  const product = event.articleId === undefined ? undefined : rules.productOf?.(event.articleId);
  return product === undefined ? event : { ...event, product };
}

function scrubWords(event: ReaderEvent): ReaderEvent {
  const { query, comment } = event;
  return {
    ...event,
    ...(query !== undefined && { query: scrubbed(query) }),
    ...(comment !== undefined && { comment: scrubbed(comment) }),
  };
}

function scrubbed(text: string): string {
  return scrub(text).replace(/\s+/g, ' ').trim().slice(0, maxQueryChars);
}

/** What happens in the form that may become a named ticket. */
const formKinds = new Set<EventKind>(['suggested', 'opened', 'rejected', 'solved', 'submitted']);

function toRow(event: ReaderEvent, reader: Reader): EventRow {
  return {
    id: event.id,
    kind: event.kind,
    at: event.at,
    locale: event.locale,
    articleId: event.articleId ?? null,
    // One column holds what readers wrote: the words of a search or, of a vote, the comment.
    query: event.comment ?? event.query ?? null,
    position: event.position ?? null,
    value: event.value ?? null,
    reason: event.reason ?? null,
    visitor: formKinds.has(event.kind) ? null : reader.visitor,
    product: event.product ?? null,
  };
}

/** In one order for everyone, so that two batches with the same events wait for each other instead of blocking each other. */
async function insertNew(store: Store, rows: EventRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await store.database
    .insertInto('events')
    .values(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map(({ id }) => id));
}
