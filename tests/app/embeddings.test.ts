import { mkdtempSync, readFileSync, truncateSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { embedSections } from '../../scripts/build/embed-sections.ts';
import { evaluateEmbeddings } from '../../scripts/evaluate/evaluate-embeddings.ts';
import { plainArticle } from '../../scripts/evaluate/plain-article.ts';
import { openAiEmbedder } from '../../src/answers/openai-model.ts';
import { ModelUnavailable } from '../../src/answers/model.ts';
import { keepMeaningWeights } from '../../src/app/meaning-weights.ts';
import { quoting, startModelServer, type ModelServer } from '../answers/model-server.ts';
import { ask, openAnsweringApp } from './answering-portal.ts';

const articles = {
  'fr/acces.md':
    '---\ntitle: Changer de mot de passe\n---\n\nCliquez sur « Mot de passe oublié » : un lien vous est envoyé.\n',
  'fr/facture.md': '---\ntitle: Recevoir une facture\n---\n\nLa facture part le premier jour du mois.\n',
  'en/parking.md': '---\ntitle: Park a bicycle\n---\n\nLeave your bicycle in the yard behind the house.\n',
};

/** Not a real model: words of one subject share an axis, in whatever language, as a good model would have it. */
const subjects = [/passe|password|identifiant/i, /facture|invoice/i, /vélo|bicycle|bicyclette/i];
const fakeEmbedding = (text: string): number[] => [
  ...subjects.map((subject) => (subject.test(text) ? 1 : 0)),
  0.05,
];

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(quoting, fakeEmbedding);
});
afterAll(() => server.close());

const environment = { OPENAI_EMBEDDING_MODEL: 'fake' };
const embedder = () => openAiEmbedder({ baseUrl: server.baseUrl, embeddingModel: 'fake' });

describe('sections are embedded', () => {
  test('when the index is built, in batches, and again only where a text changed or work was interrupted', async () => {
    server.embedded.length = 0;
    const app = await openAnsweringApp({ articles, baseUrl: server.baseUrl, environment });
    expect(server.embedded).toHaveLength(1);
    expect(server.embedded.flat().sort()).toEqual(
      [
        'Changer de mot de passe\nCliquez sur « Mot de passe oublié » : un lien vous est envoyé.',
        'Park a bicycle\nLeave your bicycle in the yard behind the house.',
        'Recevoir une facture\nLa facture part le premier jour du mois.',
      ].sort(),
    );
    const { dataFolder } = app.settings;
    const place = { indexFolder: join(dataFolder, 'index/test'), cacheFolder: join(dataFolder, 'cache') };
    await embedSections(embedder(), place);
    expect(server.embedded).toHaveLength(1);
    // As after a crash in the middle of a record.
    const cache = join(place.cacheFolder, 'embeddings/fake.vectors');
    truncateSync(cache, statSync(cache).size - 3);
    await embedSections(embedder(), place);
    expect(server.embedded[1]).toHaveLength(1);
    expect(readFileSync(join(place.indexFolder, 'fr.vectors')).length).toBeLessThan(60);
    await app.close();
  });

  test('never by a server that fails: the build goes on by words', async () => {
    const broken = await startModelServer(quoting);
    const app = await openAnsweringApp({ articles, baseUrl: broken.baseUrl, environment });
    expect(existsSync(join(app.settings.dataFolder, 'index/test/fr.vectors'))).toBe(false);
    expect(app.search({ query: 'facture', locale: 'fr' }).total).toBe(1);
    await expect(
      embedSections(openAiEmbedder({ baseUrl: broken.baseUrl, embeddingModel: 'fake' }), {
        indexFolder: join(app.settings.dataFolder, 'index/test'),
        cacheFolder: mkdtempSync(join(inject('temporaryFolder'), 'cache-')),
      }),
    ).rejects.toThrow(ModelUnavailable);
    await app.close();
    await broken.close();
  });
});

describe('what a query means', () => {
  test('without a learned weight changes nothing: what is found is, to the byte, what words find', async () => {
    const [plain, unlearned] = [
      await openAnsweringApp({ articles }),
      await openAnsweringApp({ articles, baseUrl: server.baseUrl, environment }),
    ];
    for (const query of ['mot de passe', 'facture du mois', 'bicyclette', 'lien', 'zzz']) {
      await unlearned.prepare(query);
      for (const app of [plain, unlearned]) {
        expect(JSON.stringify(app.search({ query, locale: 'fr' }))).toBe(
          JSON.stringify(plain.search({ query, locale: 'fr' })),
        );
        const draft = { locale: 'fr', subject: query, description: 'Bonjour, je ne trouve pas.' };
        expect(JSON.stringify(app.suggest(draft))).toBe(JSON.stringify(plain.suggest(draft)));
      }
    }
    await plain.close();
    await unlearned.close();
  });

  test('has no weight until it was learned, and nothing is sent for it', async () => {
    const app = await openAnsweringApp({ articles, baseUrl: server.baseUrl, environment });
    server.embedded.length = 0;
    await app.prepare('bicyclette');
    expect(app.search({ query: 'bicyclette', locale: 'fr' }).hits).toEqual([]);
    expect(server.embedded).toEqual([]);
    await app.close();
  });

  test('never keeps words waiting: the first search goes by words, the next one knows', async () => {
    const data = mkdtempSync(join(inject('temporaryFolder'), 'learned-'));
    keepMeaningWeights(data, 'fake', { weight: 1, enough: 0.9 });
    const app = await openAnsweringApp({
      articles,
      baseUrl: server.baseUrl,
      environment: { ...environment, DATA_DIR: data },
    });
    const query = { query: 'identifiants perdus camille@example.org', locale: 'fr' };
    server.embedded.length = 0;
    expect(app.search(query).hits).toEqual([]);
    await app.prepare(query.query);
    expect(app.search(query).hits).toMatchObject([{ articleId: 'fr/acces' }]);
    // Scrubbed, and asked once.
    expect(server.embedded).toEqual([['identifiants perdus …']]);
    await app.close();
  });

  test('leads to an article in another language, which is marked and from which no answer is written', async () => {
    const data = mkdtempSync(join(inject('temporaryFolder'), 'learned-'));
    keepMeaningWeights(data, 'fake', { weight: 1, enough: 0.9 });
    const app = await openAnsweringApp({
      articles,
      baseUrl: server.baseUrl,
      environment: { ...environment, DATA_DIR: data },
    });
    server.requests.length = 0;
    const events = await ask(app, { question: 'Où laisser ma bicyclette ?' });
    expect(events).toMatchObject([
      { event: 'sources', data: { sources: [{ articleId: 'en/parking', locale: 'en' }] } },
      { event: 'refused', data: { reason: 'other-language' } },
    ]);
    expect(server.requests).toEqual([]);
    await app.close();
  });
});

test('evaluating says what vectors add to words, each half with what the other half taught', async () => {
  const shelf = ['passe', 'facture', 'vélo'].map((word) =>
    plainArticle('fr', { id: word, title: `Le ${word}`, text: `Tout sur le ${word}.` }),
  );
  const asked = ['identifiant', 'invoice', 'bicyclette', 'password', 'facture', 'bicycle'];
  const expected = ['passe', 'facture', 'vélo', 'passe', 'facture', 'vélo'];
  const set = {
    name: 'fake',
    locale: 'fr',
    articles: shelf,
    solved: [],
    messages: asked.map((subject, at) => ({
      kind: 'search' as const,
      subject,
      description: '',
      expected: new Map([[`fr/${expected[at]}`, 1]]),
      split: 'all',
    })),
  };
  const evaluation = await evaluateEmbeddings(set, embedder(), () => undefined);
  expect(evaluation.messages).toBe(6);
  expect(evaluation.both['S@1'].value).toBeGreaterThanOrEqual(evaluation.words['S@1'].value);
  expect(evaluation.learned.weight).toBeGreaterThanOrEqual(0);
});
