import type { EventReason } from '../../events/event.ts';

/** What a reader says of an answer. */
export interface Judgement {
  locale: string;
  question: string;
  /** 1 when it answered the question, 0 when not. */
  value: 0 | 1;
  reason?: EventReason;
}

const idBytes = 16;
const maxQueryChars = 500;

/**
 * Tells the portal, and expects nothing back. This script shares no code with the one of every page, so that pages without
 * a model stay as they are.
 */
export function reportJudgement({ question, ...said }: Judgement): void {
  const bytes = crypto.getRandomValues(new Uint8Array(idBytes));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const query = question.slice(0, maxQueryChars);
  const event = { id, kind: 'judged', at: new Date().toISOString(), query, ...said };
  fetch('/api/events', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event], automated: navigator.webdriver || undefined }),
  }).catch(() => undefined);
}
