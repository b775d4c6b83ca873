import { browserEventSender } from './browser-event-sender.ts';
import type { EventSender } from './send-events.ts';

/** The page's own sender. */
export const events: EventSender = browserEventSender('');
