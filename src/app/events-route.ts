import { z } from 'zod';
import { answerBody, json, onlyMethods } from '../http/endpoint.ts';

const maxBytes = 64_000;
const maxEvents = 100;

/** Each event is checked on its own, so that one mistake does not lose the others. */
const batch = z.strictObject({
  events: z.array(z.unknown()).max(maxEvents),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  automated: z.boolean().optional(),
});

const POST = answerBody({ schema: batch, maxBytes }, async (sent, { locals }) =>
  json(await locals.app.recordEvents(sent, locals.reader), 202),
);

/** `/api/events`. */
export const eventsRoute = { POST, ALL: onlyMethods('POST') };
