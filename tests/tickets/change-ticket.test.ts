import { expect, test } from 'vitest';
import { nextStatuses, reopenTicket, resolveTicket, setStatus } from '../../src/tickets/change-ticket.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { findTicket } from '../../src/tickets/find-ticket.ts';
import { solvedTicketsSince } from '../../src/tickets/solved-tickets.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { ticketStatuses } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const sentAt = () => new Date('2026-11-22T10:00:00Z');
const clock = () => new Date('2026-11-23T09:00:00Z');
const now = '2026-11-23T09:00:00.000Z';

describeOnEachDatabase('a ticket', (place) => {
  async function send(
    email = 'a@example.org',
    description = 'Je ne vois pas mon remboursement',
  ): Promise<string> {
    const text = { locale: 'fr', email, subject: 'Remboursement', description };
    const outcome = await submitTicket(place.store, text, { clock: sentAt, timeZone: 'UTC' });
    return 'ticket' in outcome ? outcome.ticket.reference : '';
  }
  const latest = async () => {
    let sequence = 0;
    for (;;) {
      const changes = await solvedTicketsSince(place.store, sequence);
      if (changes.sequence === sequence) return sequence;
      sequence = changes.sequence;
    }
  };

  test('goes only where its status allows', async () => {
    for (const from of ticketStatuses) {
      for (const to of ticketStatuses) {
        const reference = await send();
        await place.store.database
          .updateTable('tickets')
          .set({ status: from })
          .where('reference', '=', reference)
          .execute();
        const outcome = await setStatus(place.store, reference, to, clock);
        expect('ticket' in outcome, `${from} to ${to}`).toBe(nextStatuses[from].includes(to));
        expect((await findTicket(place.store, reference))?.status).toBe('ticket' in outcome ? to : from);
      }
    }
  });

  test('moved on for the first time counts as replied to, and as resolved when it is', async () => {
    const reference = await send();
    await setStatus(place.store, reference, 'pending', clock);
    const later = () => new Date('2026-11-24T09:00:00Z');
    const outcome = await setStatus(place.store, reference, 'resolved', later);
    expect(outcome).toMatchObject({ ticket: { firstReplyAt: now, resolvedAt: '2026-11-24T09:00:00.000Z' } });
  });

  test('that is not there changes nothing', async () => {
    expect(await resolveTicket(place.store, 'G-404', 'fr/a', clock)).toEqual({ refused: 'unknown-ticket' });
    expect(await reopenTicket(place.store, 'G-404')).toEqual({ refused: 'unknown-ticket' });
  });

  test('solved by an article teaches search its words without personal data', async () => {
    const before = await latest();
    const reference = await send('a@example.org', 'Écrivez-moi à a@example.org ou au 06 12 34 56 78');
    await resolveTicket(place.store, reference, 'fr/billing/refunds', clock);
    expect(await solvedTicketsSince(place.store, before)).toEqual({
      sequence: before + 1,
      solved: [
        {
          reference,
          articleId: 'fr/billing/refunds',
          text: 'Remboursement\nÉcrivez-moi à … ou au …',
          requesterKey: expect.stringMatching(/^[\w-]{16}$/) as string,
          resolvedAt: now,
        },
      ],
      unsolved: [],
    });
  });

  test('opened again is forgotten by search, and taught again when solved again', async () => {
    const reference = await send();
    await resolveTicket(place.store, reference, 'fr/a', clock);
    const before = await latest();
    expect(await reopenTicket(place.store, reference)).toMatchObject({ ticket: { status: 'open' } });
    expect(await solvedTicketsSince(place.store, before)).toMatchObject({
      solved: [],
      unsolved: [reference],
    });
    await resolveTicket(place.store, reference, 'fr/b', clock);
    expect(await solvedTicketsSince(place.store, before)).toMatchObject({
      solved: [{ reference, articleId: 'fr/b' }],
    });
  });

  test('closed with its article stays closed and still teaches', async () => {
    const reference = await send();
    await setStatus(place.store, reference, 'closed', clock);
    expect(await resolveTicket(place.store, reference, 'fr/a', clock)).toMatchObject({
      ticket: { status: 'closed', resolution: 'fr/a' },
    });
  });

  test('solved by the same article once more is no news', async () => {
    const reference = await send();
    await resolveTicket(place.store, reference, 'fr/a', clock);
    const before = await latest();
    await resolveTicket(place.store, reference, 'fr/a', clock);
    expect((await solvedTicketsSince(place.store, before)).sequence).toBe(before);
  });

  test('solved and opened again at the same moment ends as one of the two, and every node agrees which', async () => {
    const other = place.store.dialect === 'postgres' ? await place.openAgain() : place.store;
    const reference = await send();
    const before = await latest();
    await Promise.all([
      resolveTicket(place.store, reference, 'fr/a', clock),
      reopenTicket(other, reference),
      resolveTicket(other, reference, 'fr/b', clock),
    ]);
    const ticket = await findTicket(place.store, reference);
    const changes = await solvedTicketsSince(other, before);
    expect(changes.solved.map(({ articleId }) => articleId)).toEqual([ticket?.resolution].filter(Boolean));
  });

  test('of someone who asks to be forgotten is erased, from search too', async () => {
    const mine = await send('Forget@Example.org');
    await resolveTicket(place.store, mine, 'fr/a', clock);
    const mention = await send('b@example.org', 'Ma collègue FORGET@example.org a le même souci');
    const before = await latest();
    expect(await eraseRequester(place.store, ' forget@example.org ')).toEqual({
      erased: 1,
      attachmentIds: [],
      mentionedIn: [mention],
    });
    expect(await findTicket(place.store, mine)).toBeUndefined();
    expect(await solvedTicketsSince(place.store, before)).toMatchObject({ solved: [], unsolved: [mine] });
    expect(await eraseRequester(place.store, 'forget@example.org')).toMatchObject({ erased: 0 });
  });
});
