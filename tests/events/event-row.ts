import type { EventRow } from '../../src/store/schema.ts';

let made = 0;

/** An article that somebody views, as a row of the store with an id of its own. */
export function eventRow(change: Partial<EventRow> = {}): EventRow {
  return {
    id: `row-${(made += 1)}`,
    kind: 'viewed',
    at: '2025-01-10T10:00:00.000Z',
    locale: 'fr',
    articleId: 'fr/a',
    query: null,
    position: null,
    value: null,
    reason: null,
    visitor: 'v1',
    product: null,
    ...change,
  };
}
