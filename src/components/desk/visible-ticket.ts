import { worksOnTickets, type Account } from '../../accounts/account.ts';
import { scrub } from '../../privacy/scrub.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** A ticket as the account may see it: whoever does not work on tickets sees neither the sender nor addresses in the text. */
export function visibleTicket(ticket: Ticket, account: Account): Ticket {
  if (worksOnTickets(account)) return ticket;
  const visible: Ticket = {
    ...ticket,
    subject: scrub(ticket.subject),
    description: scrub(ticket.description),
  };
  if (ticket.log !== undefined) visible.log = scrub(ticket.log);
  const answers = Object.entries(ticket.fields ?? {}).map(([id, answer]) => [id, scrub(answer)]);
  if (ticket.fields) visible.fields = Object.fromEntries(answers) as Record<string, string>;
  delete visible.requester;
  delete visible.name;
  return visible;
}
