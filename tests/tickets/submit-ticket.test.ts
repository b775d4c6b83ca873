import { expect, test } from 'vitest';
import { findTicket, findTicketByToken } from '../../src/tickets/find-ticket.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import type { SubmitOutcome } from '../../src/tickets/submit-ticket.ts';
import type { NewTicket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const context = { clock: () => new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Paris' };
const draftId = '0b3c9f0e-6f6a-4d0e-9a55-3f1f5a1c2d3e';

const request = (change: Partial<NewTicket> = {}): NewTicket => ({
  locale: 'fr',
  email: 'Marie@Example.org',
  subject: 'Remboursement',
  description: 'Où est mon remboursement ?',
  ...change,
});

function sent(outcome: SubmitOutcome) {
  if ('conflict' in outcome) throw new Error(outcome.conflict);
  return outcome;
}

describeOnEachDatabase('a ticket', (place) => {
  const count = async () =>
    (await place.store.database.selectFrom('tickets').select('reference').execute()).length;

  test('gets the next reference and is kept as it was written', async () => {
    const text = request({ log: 'Error 0x80070005\n', name: 'Marie', topic: 'billing' });
    const { ticket } = sent(await submitTicket(place.store, text, context));
    expect(ticket).toEqual({
      reference: 'G-1001',
      status: 'open',
      locale: 'fr',
      subject: 'Remboursement',
      description: 'Où est mon remboursement ?',
      log: 'Error 0x80070005\n',
      requester: 'marie@example.org',
      name: 'Marie',
      topic: 'billing',
      tags: [],
      suggestions: [],
      source: 'portal',
      createdAt: '2026-11-22T10:00:00.000Z',
    });
    expect(await findTicket(place.store, 'G-1001')).toEqual(ticket);
    expect(sent(await submitTicket(place.store, request(), context)).ticket.reference).toBe('G-1002');
  });

  test('can be read by its sender with the token, and by nobody without', async () => {
    const { ticket, token } = sent(await submitTicket(place.store, request(), context));
    expect(await findTicketByToken(place.store, ticket.reference, token)).toEqual(ticket);
    expect(await findTicketByToken(place.store, ticket.reference, `${token}x`)).toBeUndefined();
    expect(await findTicketByToken(place.store, ticket.reference, '')).toBeUndefined();
    expect(await findTicketByToken(place.store, 'G-1', token)).toBeUndefined();
    expect(await findTicketByToken(place.store, 'G-1001\0', token)).toBeUndefined();
  });

  test('keeps no token that could be stolen with the database', async () => {
    const { ticket, token } = sent(await submitTicket(place.store, request({ draftId }), context));
    const row = await place.store.database
      .selectFrom('tickets')
      .selectAll()
      .where('reference', '=', ticket.reference)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain(draftId);
  });

  test('sent twice with the same idempotency key is one ticket, with the same private page', async () => {
    const keyed = { ...context, idempotencyKey: 'k-1' };
    const before = await count();
    const first = sent(await submitTicket(place.store, request(), keyed));
    const second = sent(await submitTicket(place.store, request(), keyed));
    expect(first.repeated).toBe(false);
    expect(second).toEqual({ ...first, repeated: true });
    expect(await count()).toBe(before + 1);
  });

  test('under a key that was used for another text is refused, not lost in silence', async () => {
    const keyed = { ...context, idempotencyKey: 'k-2' };
    await submitTicket(place.store, request(), keyed);
    const other = await submitTicket(place.store, request({ description: 'Autre chose' }), keyed);
    expect(other).toEqual({ conflict: 'key-used-for-another-ticket' });
  });

  test('of someone else under the same key is a ticket of its own', async () => {
    const keyed = { ...context, idempotencyKey: 'k-3' };
    const mine = sent(await submitTicket(place.store, request(), keyed));
    const theirs = sent(await submitTicket(place.store, request({ email: 'paul@example.org' }), keyed));
    expect(theirs.ticket.reference).not.toBe(mine.ticket.reference);
    expect(theirs.token).not.toBe(mine.token);
  });

  test('sent twice from the same draft is one ticket; another text from that draft is another', async () => {
    const text = request({ draftId, subject: 'Depuis un brouillon' });
    const first = sent(await submitTicket(place.store, text, context));
    expect(sent(await submitTicket(place.store, text, context))).toEqual({ ...first, repeated: true });
    const edited = sent(
      await submitTicket(place.store, { ...text, description: 'J’ai oublié de dire' }, context),
    );
    expect(edited.ticket.reference).not.toBe(first.ticket.reference);
  });

  test('sent many times at once, also through two nodes, is one ticket', async () => {
    const stores =
      place.store.dialect === 'postgres' ? [place.store, await place.openAgain()] : [place.store];
    const keyed = { ...context, idempotencyKey: 'impatient' };
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        submitTicket(stores[index % stores.length]!, request(), keyed),
      ),
    );
    const references = new Set(outcomes.map((outcome) => sent(outcome).ticket.reference));
    expect(references.size).toBe(1);
    expect(outcomes.filter((outcome) => !sent(outcome).repeated)).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => sent(outcome).token)).size).toBe(1);
  });

  test('among many sent at once has a reference of its own, without gaps', async () => {
    const last = await count();
    const stores =
      place.store.dialect === 'postgres' ? [place.store, await place.openAgain()] : [place.store];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        submitTicket(stores[index % stores.length]!, request(), context),
      ),
    );
    const numbers = outcomes.map((outcome) => Number(sent(outcome).ticket.reference.slice(2))).toSorted();
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => 1001 + last + index));
  });

  test('with characters a database does not take is kept without them', async () => {
    const text = request({ subject: 'a\0b', description: 'half \ud83c of a pair', draftId: '\0' });
    const first = sent(await submitTicket(place.store, text, context));
    expect(first.ticket).toMatchObject({ subject: 'ab', description: 'half \ufffd of a pair' });
    expect(sent(await submitTicket(place.store, text, context)).repeated).toBe(true);
  });
});
