import { z } from 'zod';
import { answerBody, json, onlyMethods } from '../../http/endpoint.ts';

export const prerender = false;

const maxBytes = 64_000;
const maxEvents = 100;

/** Each event is checked on its own, so that one mistake does not lose the others. */
const batch = z.strictObject({ events: z.array(z.unknown()).max(maxEvents) });

export const POST = answerBody({ schema: batch, maxBytes }, async ({ events }, { locals }) =>
  json(await locals.app.recordEvents(events, locals.reader), 202),
);
export const ALL = onlyMethods('POST');
