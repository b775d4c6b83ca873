import { z } from 'zod';
import { eventReasons } from './event.ts';
import type { ReaderEvent } from './event.ts';

const id = z
  .string()
  .regex(/^[\w-]{8,64}$/, { error: 'use a random id of 8 to 64 letters, digits, _ and -' });
const articleId = z.string().min(1).max(300);
// PostgreSQL takes no NUL character and no half of a surrogate pair.
const query = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .transform((text) => text.replaceAll('\0', '').toWellFormed());
const place = z.int().min(0).max(10_000);

const everyEvent = {
  id,
  at: z.iso.datetime({ offset: true }),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/),
  position: place.optional(),
};

const aboutSuggestion = {
  ...everyEvent,
  articleId,
  draftId: z.string().max(100).optional(),
  query: query.optional(),
};

/** What each event the browser may send has to say. The server records the other kinds itself. */
const browserEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...everyEvent, kind: z.literal('viewed'), articleId }),
  z.strictObject({ ...everyEvent, kind: z.literal('contacted'), articleId }),
  z.strictObject({ ...everyEvent, kind: z.literal('searched'), query, position: place }),
  z.strictObject({ ...everyEvent, kind: z.literal('clicked'), articleId, query }),
  z.strictObject({ ...aboutSuggestion, kind: z.literal('opened') }),
  z.strictObject({
    ...aboutSuggestion,
    kind: z.literal('rejected'),
    reason: z.enum(eventReasons).optional(),
  }),
  z.strictObject({ ...aboutSuggestion, kind: z.literal('solved') }),
  z.strictObject({
    ...everyEvent,
    kind: z.literal('rated'),
    articleId: articleId.optional(),
    value: z.int().min(1).max(5),
  }),
  z.strictObject({
    ...everyEvent,
    kind: z.literal('voted'),
    articleId,
    value: z.int().min(0).max(1),
    reason: z.enum(eventReasons).optional(),
    comment: query.optional(),
  }),
  z.strictObject({
    ...everyEvent,
    kind: z.literal('judged'),
    query,
    value: z.int().min(0).max(1),
    reason: z.enum(eventReasons).optional(),
  }),
]);

/** An event that does not say what its kind has to say, and what is wrong with it. */
export interface InvalidEvent {
  mistake: string;
}

/** Checks what a browser sent, each event by itself: one mistake does not lose the others. Places are kept. */
export function parseEvents(values: readonly unknown[]): (ReaderEvent | InvalidEvent)[] {
  return values.map((value) => {
    const parsed = browserEvent.safeParse(value);
    if (!parsed.success) return { mistake: z.prettifyError(parsed.error) };
    return { ...parsed.data, at: new Date(parsed.data.at).toISOString() };
  });
}
