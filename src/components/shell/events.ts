import { tabStorage } from '../contact/browser-storage.ts';
import { rememberQuery } from '../contact/searched-words.ts';
import { browserEventSender } from './browser-event-sender.ts';
import type { EventSender } from './send-events.ts';

const sender = browserEventSender('');

/** The page's own sender. What was searched is also remembered in this tab, for a request that may follow. */
export const events: EventSender = {
  record(event) {
    if (event.query) rememberQuery(tabStorage(), event.query, Date.now());
    sender.record(event);
  },
  flush: () => sender.flush(),
};
