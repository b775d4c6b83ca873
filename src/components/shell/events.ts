import { createEventSender, type EventSender } from './send-events.ts';

/** The page's own sender. Counting never gets in the way of reading: an event that is lost is lost. */
export const events: EventSender = createEventSender({
  deliver(batch) {
    fetch('/api/events', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events: batch }),
    })
      // An answer that is not read keeps its connection busy.
      .then((response) => response.text())
      .catch(() => undefined);
  },
  later: (action, delayMs) => setTimeout(action, delayMs),
  newId: () => newId(),
  now: () => new Date(),
});

addEventListener('pagehide', () => events.flush());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') events.flush();
});

// `crypto.randomUUID` exists on https and localhost only; a portal tried out on a bare address has `getRandomValues`.
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
