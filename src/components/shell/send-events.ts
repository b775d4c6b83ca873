import type { ReaderEvent } from '../../events/event.ts';

/** What a page says of an event; the id and the moment are added here. */
export type NewEvent = Omit<ReaderEvent, 'id' | 'at'>;

/** Sends what readers do, in small batches, without ever making them wait. */
export interface EventSender {
  record(event: NewEvent): void;
  /** Sends at once what is waiting: for when the page goes away. */
  flush(): void;
}

/** What the sender needs of the browser. */
export interface EventSenderOptions {
  /** Delivers one batch; failures are its own affair. */
  deliver(events: ReaderEvent[]): void;
  later(action: () => void, delayMs: number): void;
  newId(): string;
  now(): Date;
}

const batchDelayMs = 400;
const maxBatch = 20;

/** Creates a sender that waits a moment for company before it delivers. */
export function createEventSender(options: EventSenderOptions): EventSender {
  let waiting: ReaderEvent[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    options.deliver(waiting);
    waiting = [];
  };
  return {
    flush,
    record(event) {
      waiting.push({ id: options.newId(), at: options.now().toISOString(), ...event });
      if (waiting.length >= maxBatch) flush();
      else if (waiting.length === 1) options.later(flush, batchDelayMs);
    },
  };
}
