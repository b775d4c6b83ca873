import type { Ticket } from '../../tickets/ticket.ts';

const maxChars = 80;

/** What a list calls a ticket: its subject, else the first words of its text, else `unnamed`. */
export function ticketName(
  { subject, description }: Pick<Ticket, 'subject' | 'description'>,
  unnamed: string,
): string {
  const words = description.replace(/\s+/g, ' ').trim();
  if (subject !== '' || words.length <= maxChars) return subject || words || unnamed;
  const cut = words.slice(0, maxChars);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxChars / 2))}…`;
}
