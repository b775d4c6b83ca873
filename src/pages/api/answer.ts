import { z } from 'zod';
import { answerBody, onlyMethods, refuseInvalid } from '../../http/endpoint.ts';
import { eventStream } from '../../http/event-stream.ts';
import { refuse } from '../../http/refusal.ts';

export const prerender = false;

const maxBytes = 64_000;
const maxTurns = 6;

const turn = z.strictObject({ question: z.string().min(1).max(4_000), answer: z.string().max(8_000) });

const question = z.strictObject({
  locale: z.string().max(10),
  question: z.string().trim().min(1).max(4_000),
  articleId: z.string().max(300).optional(),
  product: z.string().max(100).optional(),
  earlier: z.array(turn).max(maxTurns).optional(),
  draftId: z.string().max(100).optional(),
});

export const POST = answerBody({ schema: question, maxBytes }, ({ draftId: _draft, ...asked }, context) => {
  const { app, reader } = context.locals;
  const { answer } = app;
  if (!app.catalog.locales.includes(asked.locale)) return refuseInvalid({ locale: app.localeMistake() });
  if (!answer) {
    const message =
      'No model is set up here (OPENAI_BASE_URL, or OPENAI_API_KEY with OPENAI_MODEL); search and suggestions answer without one.';
    return refuse({ code: 'unavailable', message });
  }
  return eventStream((left) =>
    answer(asked, { reader, signal: AbortSignal.any([left, context.request.signal]) }),
  );
});
export const ALL = onlyMethods('POST');
