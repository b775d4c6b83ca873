import { randomUUID } from 'node:crypto';
import type { Agent } from '../events/agent.ts';
import type { ReaderEvent } from '../events/event.ts';
import { parseEvents, type InvalidEvent } from '../events/parse-events.ts';
import {
  recordArrived,
  type ArrivedEvent,
  type DropReason,
  type Reader,
  type RecordOutcome,
} from '../events/record-events.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { createEventQueue } from './event-queue.ts';
import { recordOpened, recordRejected, recordSolved } from '../tickets/drafts.ts';

/** An event the server records itself; its id and time are given here. */
type ServerEvent = Omit<ReaderEvent, 'id' | 'at'>;

/** What a browser sends: events, not checked yet, and when it did by its own clock, ISO 8601. */
export interface EventBatch {
  events: readonly unknown[];
  sentAt?: string | undefined;
  /** The browser is driven by a program, and says so: `navigator.webdriver`. */
  automated?: boolean | undefined;
}

/** Where events come in. */
export interface ReaderEvents {
  /** Records what a browser sent, and resolves when it is kept; what it did to suggestions is noted on their drafts too. */
  fromBrowser(batch: EventBatch, reader: Reader): Promise<RecordOutcome>;
  /** Records what the server saw itself, within a tenth of a second; a failure is reported and goes no further. */
  fromServer(event: ServerEvent, reader: Reader): Promise<void>;
  /** Writes what waits to be recorded. */
  flush(): Promise<void>;
}

/** What recording events works with. */
export interface ReaderEventsParts {
  store: Store;
  clock: Clock;
  knowsArticle: (articleId: string) => boolean;
  productOf: (articleId: string) => string | undefined;
  /** Called with why each event was not counted, or with who sent it where that is why. */
  onDropped: (reasons: (DropReason | Agent)[]) => void;
  onFailure: (error: unknown) => void;
}

/** Joins events with drafts: the two rooms do not know each other. */
export function createReaderEvents(parts: ReaderEventsParts): ReaderEvents {
  const { store, clock, onDropped, onFailure } = parts;
  const queue = createEventQueue(async (arrived) => {
    const outcome = await recordArrived(store, arrived, parts);
    onDropped(outcome.dropped.map(({ index, reason }) => whyDropped(reason, arrived[index])));
    return outcome;
  });
  return {
    async fromBrowser({ events: values, sentAt, automated = false }, reader) {
      const events = parseEvents(values);
      const sender = knownAutomated(reader, automated);
      const outcome = await queue.add(
        events.map((event) => ({ event, reader: sender, sentAt })),
        'now',
      );
      const dropped = new Set(outcome.dropped.map(({ index }) => index));
      for (const [index, event] of events.entries()) {
        if (!dropped.has(index)) await noteOnDraft(store, event, clock);
      }
      return outcome;
    },
    async fromServer(event, reader) {
      const arrived = { event: { ...event, id: randomUUID(), at: clock().toISOString() }, reader };
      await queue.add([arrived], 'soon').catch(onFailure);
    },
    flush: () => queue.flush(),
  };
}

/** A browser that a program drives looks like a person's in every other way. */
export function knownAutomated(reader: Reader, isAutomated: boolean): Reader {
  return isAutomated && reader.agent === 'person' ? { ...reader, agent: 'automation' } : reader;
}

/** Search engines, agents of language models and other programs are dropped for one reason, and counted apart. */
function whyDropped(reason: DropReason, arrived: ArrivedEvent | undefined): DropReason | Agent {
  return reason === 'bot' && arrived ? arrived.reader.agent : reason;
}

async function noteOnDraft(store: Store, event: ReaderEvent | InvalidEvent, clock: Clock): Promise<void> {
  if ('mistake' in event || event.draftId === undefined || event.articleId === undefined) return;
  const { draftId, articleId, kind, reason } = event;
  if (kind === 'opened') await recordOpened(store, { draftId, articleId }, clock);
  if (kind === 'rejected') await recordRejected(store, { draftId, articleId, reason });
  if (kind === 'solved') await recordSolved(store, { draftId, articleId }, clock);
}
