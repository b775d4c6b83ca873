import { z } from 'zod';
import { answerBody, onlyMethods, refuseInvalid } from '../../http/endpoint.ts';
import { eventStream } from '../../http/event-stream.ts';
import { refuse } from '../../http/refusal.ts';

export const prerender = false;

const maxBytes = 64_000;

const question = z.strictObject({
  locale: z.string().max(10),
  question: z.string().min(1).max(4_000),
  draftId: z.string().max(100).optional(),
});

export const POST = answerBody({ schema: question, maxBytes }, ({ locale, question: words }, context) => {
  const { app } = context.locals;
  if (!app.catalog.locales.includes(locale)) return refuseInvalid({ locale: app.localeMistake() });
  const steps = app.answer({ locale, question: words }, context.request.signal);
  if (!steps) {
    const message =
      'No model is set up here (OPENAI_API_KEY or OPENAI_BASE_URL); search and suggestions answer without one.';
    return refuse({ code: 'unavailable', message });
  }
  return eventStream(steps);
});
export const ALL = onlyMethods('POST');
