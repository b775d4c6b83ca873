import { describe, expect, test } from 'vitest';
import { createAccounts } from '../../src/accounts/create-accounts.ts';
import { recordEvents } from '../../src/events/record-events.ts';
import { createVisitorHasher } from '../../src/events/visitor-hash.ts';
import { backUp } from '../../src/store/backup.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/open-store.ts';
import { restore } from '../../src/store/restore.ts';
import { findTicketByToken } from '../../src/tickets/find-ticket.ts';
import { openDraft, recordShown } from '../../src/tickets/drafts.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { newLocation } from './each-store.ts';

const clock = () => new Date('2026-11-22T10:00:00Z');
const secret = 'a secret of the tests, at least 32 characters';
const text = { locale: 'fr', email: 'a@example.org', subject: 'Sujet 🎫', description: 'ligne 1\nligne 2' };

async function newStore(dialect: Store['dialect']): Promise<Store> {
  const store = await openStore(await newLocation(dialect));
  await migrate(store);
  return store;
}

async function fill(store: Store): Promise<string> {
  const draft = await openDraft(store, { locale: 'fr' }, clock);
  await recordShown(store, draft.id, ['fr/a']);
  const visitor = await createVisitorHasher(store, clock)('192.0.2.1', 'browser', 'host');
  const events = Array.from({ length: 2500 }, (_, index) => ({
    id: `event-${index}`,
    kind: 'viewed' as const,
    at: clock().toISOString(),
    locale: 'fr',
    articleId: 'fr/a',
  }));
  await recordEvents(
    store,
    events,
    { visitor, agent: 'person' as const },
    { clock, knowsArticle: () => true },
  );
  await createAccounts(store, { secret, siteUrl: undefined }).ensureFirstAccount(
    'me@example.org',
    'correct horse',
  );
  const outcome = await submitTicket(store, text, { clock, timeZone: 'UTC' });
  return 'token' in outcome ? outcome.token : '';
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of backUp(store, clock())) lines.push(line);
  return lines;
}

const from = (lines: string[]) => () =>
  (async function* () {
    yield* await Promise.resolve(lines);
  })();

describe('a backup', () => {
  const ways: [Store['dialect'], Store['dialect']][] = [
    ['sqlite', 'sqlite'],
    ['sqlite', 'postgres'],
    ['postgres', 'postgres'],
    ['postgres', 'sqlite'],
  ];
  test.each(ways)(
    'of %s restores into %s: tickets, private pages, figures and people',
    async (source, target) => {
      const old = await newStore(source);
      const token = await fill(old);
      const lines = await linesOf(old);
      const fresh = await openStore(await newLocation(target));
      expect(await restore(fresh, from(lines), { overwrite: false })).toBe(lines.length - 2);
      expect(await findTicketByToken(fresh, 'G-1001', token)).toMatchObject({ subject: 'Sujet 🎫' });
      expect(new Set(await linesOf(fresh))).toEqual(new Set(await linesOf(old)));
      const next = await submitTicket(fresh, text, { clock, timeZone: 'UTC' });
      expect(next).toMatchObject({ ticket: { reference: 'G-1002' } });
      const people = await fresh.database.selectFrom('user').selectAll().execute();
      expect(people).toMatchObject([{ email: 'me@example.org' }]);
      await Promise.all([old.close(), fresh.close()]);
    },
  );

  test('never holds a salt: it would outlive the two days after which visits are nobody’s', async () => {
    const store = await newStore('sqlite');
    await fill(store);
    const { salt } = await store.database.selectFrom('salts').select('salt').executeTakeFirstOrThrow();
    expect((await linesOf(store)).join('\n')).not.toContain(salt);
    await store.close();
  });

  test('is one moment of the database, whatever is written meanwhile', async () => {
    const location = await newLocation('sqlite');
    const store = await openStore(location);
    await migrate(store);
    await fill(store);
    const server = await openStore(location);
    const lines: string[] = [];
    for await (const line of backUp(store, clock())) {
      lines.push(line);
      if (line.startsWith('["tickets"')) await submitTicket(server, text, { clock, timeZone: 'UTC' });
    }
    expect(lines.filter((line) => line.startsWith('["tickets"'))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('["counters",{"name":"ticket"'))).toContain('"value":1');
    await Promise.all([store.close(), server.close()]);
  });
});

describe('a restore', () => {
  test.each(['sqlite', 'postgres'] as const)('replaces data only when told to (%s)', async (dialect) => {
    const store = await newStore(dialect);
    await fill(store);
    const lines = await linesOf(store);
    await submitTicket(store, text, { clock, timeZone: 'UTC' });
    await expect(restore(store, from(lines), { overwrite: false })).rejects.toThrow(
      /already holds data.*--overwrite/,
    );
    expect(await store.database.selectFrom('tickets').select('reference').execute()).toHaveLength(2);
    await restore(store, from(lines), { overwrite: true });
    expect(await store.database.selectFrom('tickets').select('reference').execute()).toHaveLength(1);
    await store.close();
  });

  const damages: [string, (lines: string[]) => string[], RegExp][] = [
    ['cut short', (lines) => lines.slice(0, -5), /not complete/],
    ['missing a row', (lines) => lines.toSpliced(3, 1), /not complete/],
    ['garbled', (lines) => lines.with(4, '{"tick'), /Line 5 of this backup is damaged/],
    ['another kind of file', () => ['# Notes'], /not a backup of Guichet/],
    [
      'of a newer Guichet',
      (lines) => lines.with(0, lines[0]!.replace('0005-accounts', '9999-later')),
      /newer Guichet/,
    ],
  ];
  test.each(damages)('changes nothing when the backup is %s', async (_damage, spoil, message) => {
    const store = await newStore('sqlite');
    await fill(store);
    const before = await linesOf(store);
    await expect(restore(store, from(spoil(before)), { overwrite: true })).rejects.toThrow(message);
    expect(await linesOf(store)).toEqual(before);
    await store.close();
  });
});
