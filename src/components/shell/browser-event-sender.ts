import { newId } from './new-id.ts';
import { createEventSender, type EventSender } from './send-events.ts';

/**
 * The sender of a page, to the portal at `origin`; empty on the portal's own pages. Counting never gets in the way of
 * reading: an event that is lost is lost.
 */
export function browserEventSender(origin: string): EventSender {
  // https://w3c.github.io/webdriver/#interface: the browser says that a program drives it. Absent from the text when not.
  const automated = navigator.webdriver || undefined;
  const sender = createEventSender({
    deliver(batch) {
      fetch(`${origin}/api/events`, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ events: batch, sentAt: new Date().toISOString(), automated }),
      })
        // An answer that is not read keeps its connection busy.
        .then((response) => response.text())
        .catch(() => undefined);
    },
    later: (action, delayMs) => setTimeout(action, delayMs),
    newId: () => newId(),
    now: () => new Date(),
  });
  addEventListener('pagehide', () => sender.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.flush();
  });
  return sender;
}
