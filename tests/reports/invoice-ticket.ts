import type { Ticket } from '../../src/tickets/ticket.ts';

/** A ticket about an invoice that nobody has answered yet. */
export function invoiceTicket(reference: string, createdAt: string, more: Partial<Ticket> = {}): Ticket {
  return {
    reference,
    status: 'open',
    locale: 'fr',
    subject: 'Facture',
    description: 'Où est ma facture ?',
    tags: [],
    suggestions: [],
    source: 'portal',
    createdAt,
    ...more,
  };
}
