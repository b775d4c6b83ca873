import { describe, expect, test } from 'vitest';
import type { ReaderEvent } from '../../src/events/event.ts';
import { parseEvents } from '../../src/events/parse-events.ts';
import { recordArrived, recordEvents } from '../../src/events/record-events.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const now = '2026-11-22T10:00:00.000Z';
const reader = { visitor: 'visitor-of-today', agent: 'person' as const };
const rules = {
  clock: () => new Date(now),
  knowsArticle: (articleId: string) => articleId.startsWith('fr/'),
};

let made = 0;
const event = (change: Partial<ReaderEvent> = {}): ReaderEvent => ({
  id: `event-${String((made += 1)).padStart(8, '0')}`,
  kind: 'viewed',
  at: now,
  locale: 'fr',
  articleId: 'fr/a',
  ...change,
});

describeOnEachDatabase('an event', (place) => {
  const record = (...events: ReaderEvent[]) => recordEvents(place.store, events, reader, rules);
  const kept = (id: string) =>
    place.store.database.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();

  test('keeps what a reader wrote with a vote, without addresses and numbers', async () => {
    const [read] = parseEvents([
      {
        ...event({ kind: 'voted', value: 0, reason: 'wrong', comment: 'Step 2 fails, mail lea@example.org' }),
      },
    ]);
    if (!read || 'mistake' in read) throw new Error('The vote was refused.');
    await record(read);
    expect((await kept(read.id))?.query).toMatch(/^Step 2 fails, mail (?!lea)/);
  });

  test('is kept with what was done and the visitor of the day', async () => {
    const viewed = event();
    expect(await record(viewed)).toEqual({ accepted: 1, dropped: [] });
    expect(await kept(viewed.id)).toEqual({
      id: viewed.id,
      kind: 'viewed',
      at: now,
      locale: 'fr',
      articleId: 'fr/a',
      query: null,
      position: null,
      value: null,
      reason: null,
      visitor: 'visitor-of-today',
      product: null,
    });
  });

  test('is kept with the product of its article', async () => {
    const viewed = event();
    await recordEvents(place.store, [viewed], reader, { ...rules, productOf: () => 'shop' });
    expect(await kept(viewed.id)).toMatchObject({ product: 'shop' });
  });

  test.each(['team', 'prefetch'] as const)('of %s is dropped, and says so', async (agent) => {
    const outcome = await recordEvents(place.store, [event()], { ...reader, agent }, rules);
    expect(outcome).toEqual({ accepted: 0, dropped: [{ index: 0, reason: agent }] });
  });

  test('of a browser whose clock is wrong is put right by when the browser says it sent it', async () => {
    const ahead = event({ at: '2026-11-24T08:59:30.000Z' });
    const behind = event({ at: '2020-01-01T00:00:00.000Z' });
    const outcome = await recordArrived(
      place.store,
      [
        { event: ahead, reader, sentAt: '2026-11-24T09:00:00.000Z' },
        { event: behind, reader, sentAt: '2020-01-01T00:00:10.000Z' },
      ],
      rules,
    );
    expect(outcome).toEqual({ accepted: 2, dropped: [] });
    expect(await kept(ahead.id)).toMatchObject({ at: '2026-11-22T09:59:30.000Z' });
    expect(await kept(behind.id)).toMatchObject({ at: '2026-11-22T09:59:50.000Z' });
  });

  test('of a program is dropped', async () => {
    const outcome = await recordEvents(
      place.store,
      [event(), event()],
      { ...reader, agent: 'automation' as const },
      rules,
    );
    expect(outcome).toEqual({
      accepted: 0,
      dropped: [
        { index: 0, reason: 'bot' },
        { index: 1, reason: 'bot' },
      ],
    });
  });

  test('that comes twice counts once, in one batch or in two', async () => {
    const first = event();
    expect(await record(first, first, event())).toEqual({
      accepted: 2,
      dropped: [{ index: 1, reason: 'duplicate' }],
    });
    expect(await record(event(), first)).toEqual({
      accepted: 1,
      dropped: [{ index: 1, reason: 'duplicate' }],
    });
  });

  test('that comes twice at the same moment counts once', async () => {
    const same = event();
    const outcomes = await Promise.all([record(same), record(same), record(same)]);
    expect(outcomes.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
  });

  test('about an article that does not exist is dropped', async () => {
    expect((await record(event({ articleId: 'en/gone' }))).dropped).toEqual([
      { index: 0, reason: 'unknown-article' },
    ]);
  });

  test('older than a day is dropped', async () => {
    const dayOld = event({ at: '2026-11-21T10:00:00.000Z' });
    expect(await record(dayOld, event({ at: '2026-11-21T09:59:59.000Z' }))).toEqual({
      accepted: 1,
      dropped: [{ index: 1, reason: 'too-old' }],
    });
  });

  test('of a clock a little ahead is set right, of one far ahead is dropped', async () => {
    const ahead = event({ at: '2026-11-22T10:04:00.000Z' });
    expect(await record(ahead, event({ at: '2026-11-22T10:06:00.000Z' }))).toEqual({
      accepted: 1,
      dropped: [{ index: 1, reason: 'clock' }],
    });
    expect(await kept(ahead.id)).toMatchObject({ at: now });
  });

  test('keeps the words searched without personal data', async () => {
    const searched = event({ kind: 'searched', query: '  facture   de a@example.org ', position: 0 });
    await record(searched);
    expect(await kept(searched.id)).toMatchObject({ query: 'facture de …', position: 0 });
  });

  test('of the ticket form leads to nobody: no visitor, no draft', async () => {
    for (const kind of ['suggested', 'opened', 'rejected', 'solved', 'submitted'] as const) {
      const inForm = event({ kind, draftId: 'a-draft-of-this-form' });
      await record(inForm);
      const row = await kept(inForm.id);
      expect(row).toMatchObject({ kind, visitor: null });
      expect(JSON.stringify(row)).not.toContain('a-draft-of-this-form');
    }
  });

  test('dropped for a mistake does not lose the others', async () => {
    const outcome = await recordEvents(place.store, [{ mistake: 'x' }, event()], reader, rules);
    expect(outcome).toEqual({ accepted: 1, dropped: [{ index: 0, reason: 'invalid' }] });
  });

  test('batch that is empty is nothing', async () => {
    expect(await record()).toEqual({ accepted: 0, dropped: [] });
  });
});

describe('what a browser sends', () => {
  const base = { id: 'abcdefgh', at: now, locale: 'fr' };
  const fine: object[] = [
    { ...base, kind: 'viewed', articleId: 'fr/a' },
    { ...base, kind: 'searched', query: 'facture', position: 0 },
    { ...base, kind: 'clicked', articleId: 'fr/a', query: 'facture', position: 1 },
    { ...base, kind: 'opened', articleId: 'fr/a', draftId: 'd', position: 2 },
    { ...base, kind: 'rejected', articleId: 'fr/a', draftId: 'd', reason: 'not-related' },
    { ...base, kind: 'solved', articleId: 'fr/a', draftId: 'd' },
    { ...base, kind: 'contacted', articleId: 'fr/a' },
    { ...base, kind: 'rated', value: 5 },
    { ...base, kind: 'voted', articleId: 'fr/a', value: 0, reason: 'unclear' },
    { ...base, kind: 'viewed', articleId: 'fr/a', at: '2026-11-22T11:00:00+01:00' },
  ];
  test.each(fine)('is understood: %j', (value) => {
    expect(parseEvents([value])).toMatchObject([{ kind: expect.any(String) as string, at: now }]);
  });

  const wrong: unknown[] = [
    null,
    'viewed',
    [],
    {},
    { ...base, kind: 'viewed' },
    { ...base, kind: 'viewed', articleId: '' },
    { ...base, kind: 'viewed', articleId: 'fr/a', visitor: 'me' },
    { ...base, kind: 'viewed', articleId: 'fr/a', id: 'short' },
    { ...base, kind: 'viewed', articleId: 'fr/a', at: 'yesterday' },
    { ...base, kind: 'viewed', articleId: 'fr/a', locale: 'français' },
    { ...base, kind: 'viewed', articleId: 'x'.repeat(301) },
    { ...base, kind: 'submitted' },
    { ...base, kind: 'suggested', articleId: 'fr/a' },
    { ...base, kind: 'danced' },
    { ...base, kind: 'searched', query: ' ', position: 0 },
    { ...base, kind: 'searched', query: 'x'.repeat(501), position: 0 },
    { ...base, kind: 'searched', query: 'x', position: -1 },
    { ...base, kind: 'voted', articleId: 'fr/a', value: 2 },
    { ...base, kind: 'voted', articleId: 'fr/a', value: 0, reason: 'je m’appelle Marie' },
    { ...base, kind: 'rated', value: 0.5 },
  ];
  test.each(wrong)('is refused, with the mistake: %j', (value) => {
    expect(parseEvents([value])).toEqual([{ mistake: expect.any(String) as string }]);
  });

  test('keeps its place, so that each refusal can be told apart', () => {
    expect(parseEvents([fine[0], {}, fine[1]]).map((one) => 'mistake' in one)).toEqual([false, true, false]);
  });
});
