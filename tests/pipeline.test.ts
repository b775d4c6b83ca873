import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIndexFolder } from '../scripts/build/build-index.ts';
import { openApp, type App } from '../src/app.ts';
import { lastDays } from '../src/reports/figures/period.ts';
import { articleReport } from '../src/reports/figures/article-report.ts';
import { readSettings } from '../src/settings.ts';
import { resolveTicket } from '../src/tickets/change-ticket.ts';
import { findTicket } from '../src/tickets/find-ticket.ts';

const reader = { visitor: 'a-visitor-of-today', agent: 'person' as const };

const articles: Record<string, string> = {
  'facturation/remboursement.md': `---
title: Être remboursé
---

## Délai

Le remboursement arrive sur la carte sous cinq jours ouvrés.
`,
  'compte/mot-de-passe.md': `---
title: Changer de mot de passe
---

## Mot de passe oublié

Cliquez sur « Mot de passe oublié » : un lien valable une heure vous est envoyé.
`,
  'compte/adresse.md':
    '# Changer d’adresse postale\n\nOuvrez votre profil, puis corrigez la rue et la ville.\n',
};

let folder: string;
let app: App;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-story-'));
  for (const [file, text] of Object.entries(articles)) {
    const path = join(folder, 'content/fr', file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  const settings = readSettings({
    CONTENT_DIR: join(folder, 'content'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
  });
  const indexFolder = join(folder, 'data/index/story');
  await buildIndexFolder(settings, indexFolder);
  app = await openApp(settings, indexFolder);
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('from Markdown in a folder to the next article to write', async () => {
  // A customer searches, without accents, and reads what they find.
  const found = app.search({ query: 'delai de remboursement', locale: 'fr' });
  expect(found.hits[0]).toMatchObject({
    articleId: 'fr/facturation/remboursement',
    url: '/fr/articles/facturation/remboursement#d%C3%A9lai',
  });
  const viewed = {
    id: crypto.randomUUID(),
    kind: 'viewed',
    at: new Date().toISOString(),
    locale: 'fr',
    articleId: 'fr/facturation/remboursement',
  };
  expect(await app.recordEvents({ events: [viewed, viewed] }, reader)).toEqual({
    accepted: 1,
    dropped: [{ index: 1, reason: 'duplicate' }],
  });

  // Another types a ticket, is shown the passage, opens it, and sends the ticket all the same.
  const draft = {
    locale: 'fr',
    subject: 'mot de passe oublié',
    description: 'bonjour j’ai oublié mon mot de passe, comment le changer ?',
  };
  const shown = await app.suggestForDraft(draft, undefined, reader);
  expect(shown.suggestions[0]?.articleId).toBe('fr/compte/mot-de-passe');
  expect(shown.suggestions[0]?.passage).toContain('valable une heure');
  const opened = {
    id: crypto.randomUUID(),
    kind: 'opened',
    at: new Date().toISOString(),
    locale: 'fr',
    articleId: 'fr/compte/mot-de-passe',
    draftId: shown.draftId,
  };
  await app.recordEvents({ events: [opened] }, reader);
  const sent = await app.submitTicket(
    { ...draft, email: 'camille@example.org', draftId: shown.draftId },
    { reader },
  );
  if (!sent.ok) throw new Error('the ticket was refused');
  const ticket = await findTicket(app.store, sent.reference);
  expect(ticket?.suggestions).toContainEqual(
    expect.objectContaining({ articleId: 'fr/compte/mot-de-passe', opened: true }),
  );

  // An agent solves a ticket that no article's words answer: search learns the customer's words within a second.
  const jargon = {
    locale: 'fr',
    subject: 'le zigouigoui clignote',
    description: 'mon zigouigoui clignote en vert',
  };
  expect((await app.suggestForDraft(jargon, undefined, reader)).suggestions).toEqual([]);
  const odd = await app.submitTicket({ ...jargon, email: 'sacha@example.org' }, { reader });
  if (!odd.ok) throw new Error('the ticket was refused');
  await resolveTicket(app.store, odd.reference, 'fr/compte/adresse', app.clock);
  await expect
    .poll(() => app.search({ query: 'zigouigoui', locale: 'fr' }).hits[0]?.articleId, { timeout: 2_000 })
    .toBe('fr/compte/adresse');

  // Ten more ask for what no article says: the report names it, in their words.
  const asking: string[] = [];
  for (let number = 0; number < 10; number += 1) {
    const asked = await app.submitTicket(
      {
        locale: 'fr',
        email: `client${number}@example.org`,
        subject: 'résilier mon abonnement',
        description: `Je veux résilier mon abonnement avant le ${number + 1} du mois.`,
      },
      { reader },
    );
    if (asked.ok) asking.push(asked.reference);
  }
  const report = await app.gaps({ since: '2020-01-01T00:00:00.000Z' });
  expect(report.tickets).toBe(11);
  expect(report.gaps[0]?.kind).toBe('write');
  expect(report.gaps[0]?.ticketIds).toEqual(expect.arrayContaining(asking));
  expect(report.gaps[0]?.title).toMatch(/résilier/);
  expect(JSON.stringify(report)).not.toContain('@example.org');

  // The team sees what was read.
  const source = await app.openFigures();
  const rows = await articleReport(source, lastDays(7, app.clock(), { timeZone: 'UTC' }));
  expect(rows).toContainEqual(
    expect.objectContaining({ articleId: 'fr/facturation/remboursement', views: 1, readers: 1 }),
  );
});
