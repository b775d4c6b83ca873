import { expect, test } from 'vitest';
import { setStatus } from '../../src/tickets/change-ticket.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { findTicket } from '../../src/tickets/find-ticket.ts';
import {
  addToTicket,
  closeBySender,
  followUpsOf,
  maxFollowUps,
  solveBySender,
} from '../../src/tickets/follow-ups.ts';
import { solvedTicketsSince } from '../../src/tickets/solved-tickets.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const clock = (): Date => new Date('2026-11-22T10:00:00Z');

describeOnEachDatabase('the sender of a ticket', (place) => {
  const send = async (email = 'a@example.org'): Promise<Ticket> => {
    const request = { locale: 'fr', email, subject: 'Facture', description: 'Elle manque.' };
    const outcome = await submitTicket(place.store, request, { clock, timeZone: 'UTC' });
    if ('conflict' in outcome) throw new Error(outcome.conflict);
    return outcome.ticket;
  };
  const now = async ({ reference }: Ticket): Promise<Ticket> => {
    const ticket = await findTicket(place.store, reference);
    if (!ticket) throw new Error('The ticket is gone.');
    return ticket;
  };

  test('adds to it, and whatever it waited for it is open again', async () => {
    const ticket = await send();
    await setStatus(place.store, ticket.reference, 'pending', clock);
    const addition = { text: 'Voici son numéro.\0', attachments: [] };
    expect(await addToTicket(place.store, await now(ticket), addition, clock)).toEqual({ isKept: true });
    expect((await now(ticket)).status).toBe('open');
    expect(await followUpsOf(place.store, ticket.reference)).toMatchObject([
      { kind: 'added', text: 'Voici son numéro.' },
    ]);
  });

  test('closes it once', async () => {
    const ticket = await send();
    await closeBySender(place.store, ticket, clock);
    await closeBySender(place.store, await now(ticket), clock);
    expect((await now(ticket)).status).toBe('closed');
    expect(await followUpsOf(place.store, ticket.reference)).toMatchObject([{ kind: 'closed' }]);
  });

  test('says which article solved it, and search learns their words', async () => {
    const ticket = await send();
    await solveBySender(place.store, ticket, 'fr/factures', clock);
    expect(await now(ticket)).toMatchObject({ status: 'resolved', resolution: 'fr/factures' });
    const { solved } = await solvedTicketsSince(place.store, 0);
    expect(solved).toMatchObject([{ reference: ticket.reference, articleId: 'fr/factures' }]);
  });

  test('cannot fill the desk from one ticket', async () => {
    const ticket = await send();
    const addition = { text: 'Encore moi.', attachments: [] };
    for (let count = 0; count < maxFollowUps; count += 1) {
      await addToTicket(place.store, ticket, addition, clock);
    }
    expect(await addToTicket(place.store, ticket, addition, clock)).toEqual({ isRefused: true });
  });

  test('takes what they added along when they are erased', async () => {
    const ticket = await send('gone@example.org');
    await addToTicket(place.store, ticket, { text: 'Mon secret', attachments: [] }, clock);
    await eraseRequester(place.store, 'gone@example.org');
    expect(await followUpsOf(place.store, ticket.reference)).toEqual([]);
  });
});

describeOnEachDatabase('a ticket', (place) => {
  test('keeps what its sender answered, read and searched, and where it goes', async () => {
    const outcome = await submitTicket(
      place.store,
      {
        ...{ locale: 'fr', email: 'a@example.org', subject: 'Panne', description: '' },
        ...{ fields: { version: '2.4\0' }, article: 'fr/pannes' },
        searched: ['panne', 'mon adresse marie@example.org'],
      },
      { clock, timeZone: 'UTC', routing: { priority: 'high', team: 'ops', triage: ['panne'] } },
    );
    const reference = 'ticket' in outcome ? outcome.ticket.reference : '';
    const ticket = await findTicket(place.store, reference);
    expect(ticket).toMatchObject({
      ...{ fields: { version: '2.4' }, article: 'fr/pannes' },
      ...{ priority: 'high', team: 'ops', triage: ['panne'] },
    });
    expect(ticket?.searched?.[0]).toBe('panne');
    expect(ticket?.searched?.[1]).not.toContain('marie@');
  });
});
