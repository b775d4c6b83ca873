import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';

// A server that is about to be killed: takes tickets in without end and prints each reference it acknowledges.
const locationSchema = z.strictObject({ dataFolder: z.string(), databaseUrl: z.string().optional() });
const store = await openStore(locationSchema.parse(JSON.parse(process.argv[2] ?? '')));
for (let count = 1; ; count += 1) {
  const text = {
    locale: 'fr',
    email: 'a@example.org',
    subject: `Ticket ${count}`,
    description: 'Au secours',
  };
  const outcome = await submitTicket(store, text, { clock: () => new Date(), timeZone: 'UTC' });
  if ('ticket' in outcome) process.stdout.write(`${outcome.ticket.reference}\n`);
}
