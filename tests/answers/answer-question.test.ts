import { afterEach, describe, expect, test } from 'vitest';
import { answerQuestion, type AnswerStep } from '../../src/answers/answer-question.ts';
import { openAiModel } from '../../src/answers/openai-model.ts';
import type { Passage } from '../../src/answers/passage.ts';
import {
  beginStream,
  failing,
  startModelServer,
  streamed,
  writeChunk,
  type ModelReply,
  type ModelServer,
} from './model-server.ts';

const passages: Passage[] = [
  {
    number: 1,
    articleId: 'fr/mot-de-passe',
    title: 'Changer de mot de passe',
    url: '/fr/articles/mot-de-passe',
    locale: 'fr',
    sectionTitle: 'Par courriel',
    text: 'Ouvrez la page de connexion, puis choisissez « Mot de passe oublié ». Le lien reste valable une heure. Ne donnez jamais ce lien à un tiers.',
  },
  {
    number: 2,
    articleId: 'fr/facture',
    title: 'Recevoir une facture',
    url: '/fr/articles/facture',
    locale: 'fr',
    sectionTitle: 'Recevoir une facture',
    text: 'La facture part le premier jour du mois.',
  },
];

let server: ModelServer | undefined;

afterEach(() => server?.close());

async function ask(reply: ModelReply): Promise<AnswerStep[]> {
  server = await startModelServer(reply);
  const model = openAiModel({ apiKey: 'test', baseUrl: server.baseUrl, model: 'test' });
  const steps: AnswerStep[] = [];
  const signal = AbortSignal.timeout(2_000);
  const task = { question: 'mot de passe oublié ?', passages };
  for await (const step of answerQuestion(task, model, signal)) steps.push(step);
  return steps;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
const goodLine = line({
  sentence: 'Le lien est valable une heure.',
  passage: 1,
  quote: 'Le lien reste valable une heure.',
});

describe('an answer shows only what a quote proves', () => {
  test('a sentence with a verbatim quote is shown with its source', async () => {
    expect(await ask(streamed(goodLine))).toEqual([
      {
        kind: 'sentence',
        sentence: 'Le lien est valable une heure.',
        passage: 1,
        quote: 'Le lien reste valable une heure.',
      },
      { kind: 'done', sentences: 1, dropped: 0 },
    ]);
  });

  test('a quote with other quotation marks and spaces still stands', async () => {
    const quote = 'choisissez "Mot de passe oublié".';
    const steps = await ask(streamed(line({ sentence: 'Choisissez ce lien.', passage: 1, quote })));
    expect(steps.at(-1)).toEqual({ kind: 'done', sentences: 1, dropped: 0 });
  });

  test.each([
    ['an invented quote', { sentence: 'Rien.', passage: 1, quote: 'Écrivez au support technique.' }],
    [
      'a quote of another article',
      { sentence: 'Rien.', passage: 1, quote: 'La facture part le premier jour du mois.' },
    ],
    [
      'a quote with one word changed',
      { sentence: 'Rien.', passage: 1, quote: 'Le lien reste valable deux heures.' },
    ],
    [
      'a passage that was not sent',
      { sentence: 'Rien.', passage: 9, quote: 'Le lien reste valable une heure.' },
    ],
    ['a quote too short to prove anything', { sentence: 'Rien.', passage: 1, quote: 'le' }],
    ['a sentence without a quote', { sentence: 'Rien.', passage: 1 }],
    [
      'a quote cut inside a word',
      { sentence: 'Le lien reste valable.', passage: 1, quote: 'en reste valable une heu' },
    ],
    [
      'a sentence that says something else than its quote',
      {
        sentence: 'Le support demande votre mot de passe par téléphone.',
        passage: 1,
        quote: 'Le lien reste valable une heure.',
      },
    ],
    [
      'a sentence with an address the passage does not have',
      {
        sentence: 'Ouvrez la page de connexion sur https://exemple.test.',
        passage: 1,
        quote: 'Ouvrez la page de connexion',
      },
    ],
    [
      'a sentence with a number the passage does not have',
      {
        sentence: 'Le lien reste valable 48 heures, une heure.',
        passage: 1,
        quote: 'Le lien reste valable une heure.',
      },
    ],
    [
      'a sentence that turns a quote into its opposite',
      {
        sentence: 'Le lien ne reste pas valable une heure.',
        passage: 1,
        quote: 'Le lien reste valable une heure.',
      },
    ],
    [
      'a quote cut before its “never”',
      {
        sentence: 'Donnez ce lien à un tiers.',
        passage: 1,
        quote: 'donnez jamais ce lien à un tiers'.slice(7),
      },
    ],
  ])('%s is dropped', async (_case, reply) => {
    expect(await ask(streamed(line(reply)))).toEqual([
      { kind: 'refused', reason: 'no-verified-quote', dropped: 1 },
    ]);
  });

  test('good sentences survive beside dropped ones, a code fence and broken JSON', async () => {
    const steps = await ask(streamed('```json\n', '{"sentence": "cas', 'sé\n', goodLine, '```'));
    expect(steps.map((step) => step.kind)).toEqual(['sentence', 'done']);
    expect(steps.at(-1)).toEqual({ kind: 'done', sentences: 1, dropped: 1 });
  });

  test('the model may say that the passages do not answer', async () => {
    expect(await ask(streamed(line({ refused: true })))).toEqual([
      { kind: 'refused', reason: 'nothing-relevant', dropped: 0 },
    ]);
  });

  test('passages and question are sent as data beside the rules, never inside them', async () => {
    await ask(streamed(goodLine));
    const [rules, material] = server?.requests[0]?.messages ?? [];
    expect(rules?.role).toBe('system');
    expect(rules?.content).not.toContain('mot de passe oublié');
    expect(JSON.parse(material?.content ?? '')).toMatchObject({ question: 'mot de passe oublié ?' });
  });
});

describe('a model in trouble leaves a useful page', () => {
  test.each([401, 429, 500])('status %i ends in a refusal, without a second try', async (status) => {
    expect(await ask(failing(status))).toEqual([
      { kind: 'refused', reason: 'model-unavailable', dropped: 0 },
    ]);
    expect(server?.requests).toHaveLength(1);
  });

  test('a model that never answers is given up', async () => {
    expect(await ask(() => undefined)).toEqual([
      { kind: 'refused', reason: 'model-unavailable', dropped: 0 },
    ]);
  });

  test('sentences that were verified before the stream broke stay', async () => {
    const steps = await ask((response) => {
      beginStream(response);
      writeChunk(response, goodLine);
      setTimeout(() => response.destroy(), 100);
    });
    expect(steps.map((step) => step.kind)).toEqual(['sentence', 'refused']);
  });
});
