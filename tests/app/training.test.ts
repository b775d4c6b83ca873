import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIndexFolder } from '../../scripts/build/build-index.ts';
import { startLearning } from '../../src/app/learning.ts';
import type { Learning } from '../../src/app/learning.ts';
import { createTraining } from '../../src/app/training.ts';
import { AskedWords } from '../../src/search/asked-words.ts';
import { readSettings } from '../../src/settings.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/open-store.ts';
import { resolveTicket } from '../../src/tickets/change-ticket.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';

const clock = () => new Date('2026-11-22T10:00:00Z');
const fail = (error: unknown): never => {
  throw error;
};
const polled = { timeout: 60_000 };

let folder: string;
let store: Store;
let asked: AskedWords;
let learning: Learning;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-training-'));
  mkdirSync(join(folder, 'content/fr'), { recursive: true });
  writeFileSync(
    join(folder, 'content/fr/session.md'),
    '# Ouvrir une session\n\nSaisissez votre identifiant.\n',
  );
  writeFileSync(join(folder, 'content/fr/paiement.md'), '# Moyens de paiement\n\nCarte ou virement.\n');
  const settings = readSettings({
    CONTENT_DIR: join(folder, 'content'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
  });
  const indexFolder = join(folder, 'data/index/training');
  await buildIndexFolder(settings, indexFolder);
  store = await openStore(settings);
  await migrate(store);
  asked = new AskedWords();
  const training = createTraining(settings, () => indexFolder, asked, fail);
  learning = await startLearning(store, asked, training, fail);
});

afterAll(async () => {
  await learning.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a solved ticket is trained on in a thread, and what it taught reaches search', async () => {
  const text = {
    locale: 'fr',
    email: 'a@example.org',
    subject: 'Bloqué',
    description: 'la connexion tourne sans fin',
  };
  const outcome = await submitTicket(store, text, { clock, timeZone: 'UTC' });
  await resolveTicket(store, 'ticket' in outcome ? outcome.ticket.reference : '', 'fr/session', clock);
  const learned = () => asked.match('fr', 'ma connexion tourne').get('fr/session')?.learned ?? 0;
  await expect.poll(learned, polled).toBeGreaterThan(0);
}, 90_000);
