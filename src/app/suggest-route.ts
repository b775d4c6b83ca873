import { z } from 'zod';
import { knownAutomated } from './reader-events.ts';
import { answerBody, onlyMethods, refuseInvalid } from '../http/endpoint.ts';

const maxTextChars = 20_000;
const maxBytes = 256_000;

const draft = z.strictObject({
  locale: z.string().max(10),
  subject: z.string().max(maxTextChars).default(''),
  description: z.string().max(maxTextChars).default(''),
  product: z.string().max(100).optional(),
  category: z.string().max(300).optional(),
  audience: z.string().max(100).optional(),
  topic: z.string().max(100).optional(),
  draftId: z.string().max(100).optional(),
  /** The browser is driven by a program: `navigator.webdriver`. */
  automated: z.boolean().optional(),
});

const POST = answerBody(
  { schema: draft, maxBytes },
  ({ draftId, product, category, audience, topic, automated = false, ...text }, { locals }) => {
    const { app } = locals;
    const reader = knownAutomated(locals.reader, automated);
    if (!app.catalog.locales.includes(text.locale)) return refuseInvalid({ locale: app.localeMistake() });
    const scope = {
      ...(product && { product }),
      ...(category && { category }),
      ...(audience && { audience }),
      ...(topic && { topic }),
    };
    return app.suggestForDraft({ ...text, ...scope }, draftId, reader);
  },
);

/** `/api/suggest`. */
export const suggestRoute = { POST, ALL: onlyMethods('POST') };
