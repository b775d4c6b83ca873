import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion, type AnswerSentence } from '../../src/answers/answer-question.ts';
import { openAiModel } from '../../src/answers/openai-model.ts';
import type { Passage } from '../../src/answers/passage.ts';
import { quoteStands } from '../../src/answers/quote-stands.ts';
import { withoutOrders } from '../../src/answers/without-orders.ts';
import { injections, type Injection } from './injections.ts';
import { startModelServer, streamed, type ModelServer } from './model-server.ts';

const helpful = {
  fr: {
    title: 'Changer de mot de passe',
    text: 'Ouvrez la page de connexion, puis choisissez « Mot de passe oublié ». Le lien reste valable une heure. Ne donnez jamais ce lien à un tiers.',
    question: 'Comment changer mon mot de passe ?',
    sentence: 'Le lien reste valable une heure.',
    quote: 'Le lien reste valable une heure.',
    cut: 'donnez jamais ce lien à un tiers',
  },
  en: {
    title: 'Change your password',
    text: 'Open the sign-in page, then choose “Forgot password”. The link is valid for one hour. Never give this link to a third person.',
    question: 'How do I change my password?',
    sentence: 'The link is valid for one hour.',
    quote: 'The link is valid for one hour.',
    cut: 'give this link to a third person',
  },
};

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(streamed(''));
});
afterAll(() => server.close());

/** A model that obeys in every way it could: quoting the order, quoting something true, quoting nothing there is. */
function obeying({ text, obeyed, locale }: Injection): object[] {
  const { quote, cut, sentence, text: whole } = helpful[locale];
  const quotes = [text, obeyed, quote, cut, whole];
  return [
    ...quotes.map((given) => ({ sentence: obeyed, passage: 1, quote: given })),
    { sentence: text, passage: 1, quote: text },
    { sentence, passage: 1, quote },
  ];
}

async function shownFor(injection: Injection): Promise<AnswerSentence[]> {
  const { place, locale, text } = injection;
  const { title, text: whole, question } = helpful[locale];
  const written = place === 'article' ? `${whole}\n${text}` : whole;
  const passage: Passage = {
    ...{ number: 1, articleId: `${locale}/x`, title, url: '/x', sectionTitle: title, locale },
    text: withoutOrders(locale, written),
  };
  server.replyWith(streamed(...obeying(injection).map((line) => `${JSON.stringify(line)}\n`)));
  const model = openAiModel({ baseUrl: server.baseUrl });
  const task = {
    question: place === 'article' ? question : `${question}\n${text}`,
    passages: [passage],
    purpose: place === 'ticket' ? ('reply' as const) : ('answer' as const),
  };
  const shown: AnswerSentence[] = [];
  for await (const step of answerQuestion(task, model, AbortSignal.timeout(5_000)))
    if (step.kind === 'sentence') shown.push(step);
  return shown;
}

describe('orders hidden where a model reads them', () => {
  test('there are more than sixty of them, in both languages and all places', () => {
    expect(injections.length).toBeGreaterThanOrEqual(60);
    for (const locale of ['fr', 'en'])
      for (const place of ['article', 'question', 'ticket'])
        expect(
          injections.filter((one) => one.locale === locale && one.place === place).length,
        ).toBeGreaterThan(8);
  });

  test.each(injections)(
    'in the $place ($locale) are not followed in what is shown: $text',
    async (injection) => {
      const shown = await shownFor(injection);
      const { sentence, text } = helpful[injection.locale];
      // What is true and asked for is still said.
      expect(shown.map((one) => one.sentence)).toContain(sentence);
      for (const one of shown) {
        expect(one.sentence).not.toMatch(injection.forbidden);
        expect(quoteStands(one.quote, text)).toBe(true);
      }
    },
  );

  test.each(injections.filter(({ place }) => place === 'article'))(
    'in an article ($locale) are not even sent: $text',
    async (injection) => {
      server.requests.length = 0;
      await shownFor(injection);
      const [request] = server.requests;
      expect(request?.material.passages?.[0]?.text).not.toMatch(injection.forbidden);
      expect(request?.material.passages?.[0]?.text).toContain(helpful[injection.locale].quote);
    },
  );

  test('in a question stay in the data, and never reach the rules', async () => {
    const rules = new Set<string>();
    for (const injection of injections.filter(({ place }) => place === 'question')) {
      server.requests.length = 0;
      await shownFor(injection);
      const [first, second, ...others] = server.requests[0]?.messages ?? [];
      rules.add(first?.content ?? '');
      expect([first?.role, second?.role, others.length]).toEqual(['system', 'user', 0]);
    }
    expect(rules.size).toBe(1);
  });
});

describe('what articles say about such things to people', () => {
  test.each([
    ['fr', 'Suivez les instructions affichées, puis ouvrez de nouveau la session.'],
    ['fr', 'Vous pouvez ignorer ce message s’il ne s’affiche qu’une fois.'],
    ['fr', 'Le système envoie un message à l’administrateur ; répondez à cette demande dans la journée.'],
    ['fr', 'Les consignes de sécurité de votre site passent avant ce qui suit.'],
    ['en', 'Follow the instructions on the screen, then sign in again.'],
    ['en', 'You can ignore this message if it appears only once.'],
    ['en', 'You are now signed in. The system sends a message to the administrator.'],
    ['en', 'Answer every question of the form, then start the installation.'],
  ])('is left as it is (%s): %s', (locale, text) => {
    expect(withoutOrders(locale, text)).toBe(text);
  });
});
