import { browserEventSender } from '../shell/browser-event-sender.ts';
import type { EventSender } from '../shell/send-events.ts';

const senders = new Map<string, EventSender>();

/** The one sender of a page to a portal. */
export function panelEvents(origin: string): EventSender {
  const sender = senders.get(origin) ?? browserEventSender(origin);
  senders.set(origin, sender);
  return sender;
}
