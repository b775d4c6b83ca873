import { expect, test } from 'vitest';
import { closeExpiredDrafts } from '../../src/tickets/close-drafts.ts';
import { deflectionFigures } from '../../src/tickets/deflection-figures.ts';
import {
  openDraft,
  recordOpened,
  recordRejected,
  recordShown,
  recordSolved,
} from '../../src/tickets/drafts.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import type { NewTicket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const timeZone = 'Europe/Paris';
const at = (time: string) => () => new Date(time);
const request: NewTicket = { locale: 'fr', email: 'a@example.org', subject: 'Sujet', description: 'Texte' };

describeOnEachDatabase('a draft', (place) => {
  /** A draft begun at a time, shown two articles. */
  async function shown(time: string, locale = 'fr'): Promise<string> {
    const { id: draftId } = await openDraft(place.store, { locale }, at(time));
    await recordShown(place.store, draftId, ['fr/a', 'fr/b']);
    return draftId;
  }

  async function figures(day: string): Promise<Record<string, number>> {
    const rows = await deflectionFigures(place.store, { from: day, to: day }, timeZone);
    return Object.fromEntries(
      rows.map(({ outcome, count, isProvisional }) => [isProvisional ? `${outcome} so far` : outcome, count]),
    );
  }

  const open = async (time: string, draftId?: string): Promise<string> =>
    (await openDraft(place.store, { locale: 'fr', draftId }, at(time))).id;

  test('keeps its id while it is typed, and is a new session after half an hour', async () => {
    const first = await open('2026-01-05T10:00:00Z');
    const again = await open('2026-01-05T10:29:00Z', first);
    const later = await open('2026-01-05T10:58:00Z', first);
    expect([again, later]).toEqual([first, first]);
    expect(await open('2026-01-05T11:29:00Z', first)).not.toBe(first);
  });

  test('is never one the browser made up', async () => {
    for (const draftId of ['mine', '00000000-0000-0000-0000-000000000000', '\0', '']) {
      expect(await open('2026-01-05T10:00:00Z', draftId)).not.toBe(draftId);
    }
  });

  test('is counted under the product and topic the form says last', async () => {
    const begun = { locale: 'fr', product: 'shop' };
    const { id } = await openDraft(place.store, begun, at('2026-01-06T10:00:00Z'));
    await openDraft(place.store, { ...begun, draftId: id, topic: 'billing' }, at('2026-01-06T10:00:10Z'));
    await recordShown(place.store, id, ['fr/a']);
    expect(await deflectionFigures(place.store, { from: '2026-01-06', to: '2026-01-06' }, timeZone)).toEqual([
      expect.objectContaining({ product: 'shop', topic: 'billing', outcome: 'abandoned', count: 1 }),
    ]);
  });

  test('that is held out stays so while it is typed, is counted apart, and tells its ticket nothing', async () => {
    const begun = at('2026-01-07T10:00:00Z');
    const draft = await openDraft(place.store, { locale: 'fr' }, begun, 1);
    expect(draft.isHeldOut).toBe(true);
    expect(await openDraft(place.store, { locale: 'fr', draftId: draft.id }, begun, 0)).toEqual(draft);
    await recordShown(place.store, draft.id, ['fr/a']);
    const outcome = await submitTicket(
      place.store,
      { ...request, subject: 'mis à part', draftId: draft.id },
      { clock: begun, timeZone },
    );
    expect(outcome).toMatchObject({ ticket: { suggestions: [] } });
    expect(await deflectionFigures(place.store, { from: '2026-01-07', to: '2026-01-07' }, timeZone)).toEqual([
      expect.objectContaining({ heldOut: 1, outcome: 'submitted', count: 1 }),
    ]);
  });

  test('is held out as often as the owner says', async () => {
    const begun = at('2026-01-08T10:00:00Z');
    const drafts = await Promise.all(
      Array.from({ length: 400 }, () => openDraft(place.store, { locale: 'fr' }, begun, 0.25)),
    );
    const heldOut = drafts.filter(({ isHeldOut }) => isHeldOut).length;
    // Six standard deviations around 100.
    expect(heldOut).toBeGreaterThan(48);
    expect(heldOut).toBeLessThan(152);
  });

  test('that is sent goes into the ticket with what its writer did, and is gone', async () => {
    const draftId = await shown('2026-02-02T10:00:00Z');
    await recordShown(place.store, draftId, ['fr/b', 'fr/c']);
    await recordOpened(place.store, { draftId, articleId: 'fr/a' }, at('2026-02-02T10:01:00Z'));
    await recordRejected(place.store, { draftId, articleId: 'fr/b', reason: 'not-related' });
    await recordOpened(place.store, { draftId, articleId: 'fr/never-shown' }, at('2026-02-02T10:01:00Z'));
    const context = { clock: at('2026-02-02T10:02:00Z'), timeZone };
    const outcome = await submitTicket(place.store, { ...request, draftId }, context);
    const { suggestions } = 'ticket' in outcome ? outcome.ticket : { suggestions: [] };
    expect(suggestions.toSorted((one, other) => (one.articleId < other.articleId ? -1 : 1))).toEqual([
      { articleId: 'fr/a', opened: true, solved: false },
      { articleId: 'fr/b', opened: false, rejected: 'not-related', solved: false },
      { articleId: 'fr/c', opened: false, solved: false },
    ]);
    expect(
      await place.store.database.selectFrom('drafts').select('id').where('id', '=', draftId).execute(),
    ).toEqual([]);
    expect(await figures('2026-02-02')).toEqual({ submitted: 1 });
  });

  test('left without a ticket counts as it ended once seven days have passed, and is gone', async () => {
    const solved = await shown('2026-03-02T10:00:00Z');
    await recordSolved(place.store, { draftId: solved, articleId: 'fr/a' }, at('2026-03-02T10:05:00Z'));
    const opened = await shown('2026-03-02T11:00:00Z');
    await recordOpened(place.store, { draftId: opened, articleId: 'fr/a' }, at('2026-03-02T11:05:00Z'));
    await shown('2026-03-02T12:00:00Z');
    await openDraft(place.store, { locale: 'fr' }, at('2026-03-02T13:00:00Z'));
    const soFar = { 'explicit so far': 1, 'implicit so far': 1, 'abandoned so far': 1 };
    await closeExpiredDrafts(place.store, { clock: at('2026-03-09T09:00:00Z'), timeZone });
    expect(await figures('2026-03-02')).toEqual(soFar);
    await closeExpiredDrafts(place.store, { clock: at('2026-03-09T14:00:00Z'), timeZone });
    expect(await figures('2026-03-02')).toEqual({ explicit: 1, implicit: 1, abandoned: 1 });
  });

  test('is counted on the day of the site, not of the server', async () => {
    await shown('2026-04-01T22:30:00Z');
    await closeExpiredDrafts(place.store, { clock: at('2026-04-20T00:00:00Z'), timeZone });
    expect(await figures('2026-04-02')).toEqual({ abandoned: 1 });
  });

  test('whose writer came back with a ticket within the window was no deflection', async () => {
    const left = await shown('2026-05-04T10:00:00Z');
    await recordSolved(place.store, { draftId: left, articleId: 'fr/a' }, at('2026-05-04T10:05:00Z'));
    const context = { clock: at('2026-05-06T10:00:00Z'), timeZone };
    await submitTicket(place.store, { ...request, earlierDrafts: [left, 'nonsense'] }, context);
    expect(await figures('2026-05-04')).toEqual({ deferred: 1 });
  });

  test('older than the window stays a deflection when a ticket comes', async () => {
    const left = await shown('2026-06-01T10:00:00Z');
    await recordSolved(place.store, { draftId: left, articleId: 'fr/a' }, at('2026-06-01T10:05:00Z'));
    const context = { clock: at('2026-06-09T10:00:00Z'), timeZone };
    await submitTicket(place.store, { ...request, earlierDrafts: [left] }, context);
    await closeExpiredDrafts(place.store, context);
    expect(await figures('2026-06-01')).toEqual({ explicit: 1 });
  });

  test('closed by two nodes at once is counted once', async () => {
    for (let count = 0; count < 5; count += 1) await shown('2026-07-06T10:00:00Z');
    const other = place.store.dialect === 'postgres' ? await place.openAgain() : place.store;
    const calendar = { clock: at('2026-07-20T10:00:00Z'), timeZone };
    const closed = await Promise.all([
      closeExpiredDrafts(place.store, calendar),
      closeExpiredDrafts(other, calendar),
    ]);
    expect(closed[0] + closed[1]).toBeGreaterThanOrEqual(5);
    expect(await figures('2026-07-06')).toEqual({ abandoned: 5 });
  });

  test('leaves figures for 25 months', async () => {
    await closeExpiredDrafts(place.store, { clock: at('2028-03-31T10:00:00Z'), timeZone });
    expect(await figures('2026-02-02')).toEqual({});
    expect(await figures('2026-03-02')).toEqual({ explicit: 1, implicit: 1, abandoned: 1 });
  });

  test('holds no text and no person', async () => {
    const tables = await place.store.database.introspection.getTables();
    const columns = tables.filter(({ name }) => name.startsWith('draft')).flatMap((table) => table.columns);
    expect(columns.map(({ name }) => name).toSorted()).toEqual(
      [
        'articleId',
        'createdAt',
        'draftId',
        'heldOut',
        'id',
        'lastSeenAt',
        'locale',
        'openedAt',
        'product',
        'rejectedReason',
        'solvedAt',
        'topic',
      ].toSorted(),
    );
  });
});
