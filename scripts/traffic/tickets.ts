import { importTickets } from '../../src/tickets/import-tickets.ts';
import { addToTicket } from '../../src/tickets/follow-ups.ts';
import { resolveTicket, setStatus } from '../../src/tickets/change-ticket.ts';
import { findTicket } from '../../src/tickets/find-ticket.ts';
import type { FactOf } from './facts.ts';
import { choose, dayOf, pick, plan, readerOf, wait, type Stage, type Visit } from './stage.ts';
import { failingWords, requestText } from './words.ts';

type TicketFact = FactOf<'ticket'>;

/** What a ticket is sent with. */
export interface Sending {
  topic: string;
  product: string;
  draftId?: string;
  fact?: FactOf<'draft'>;
  earlierDrafts?: string[];
}

/** Sends a ticket, on which the team will work. */
export async function sendTicket(visit: Visit, sending: Sending): Promise<void> {
  const { stage, locale, person } = visit;
  const { topic, product, draftId, earlierDrafts, fact: draft } = sending;
  wait(stage, 30);
  const searched = stage.random() < 0.3 ? [failingWords(visit)] : [];
  const email = `${person}@example.org`;
  const { answer, ...text } = requestText(visit);
  const outcome = await stage.app.submitTicket(
    {
      ...{ locale, email, searched, ...text },
      ...(topic && { topic }),
      ...(product && { product }),
      ...(draftId && { draftId }),
      ...(earlierDrafts && { earlierDrafts }),
    },
    { reader: readerOf(visit) },
  );
  if (!outcome.ok) throw new Error(`A simulated ticket was refused: ${JSON.stringify(outcome)}`);
  const fact: TicketFact = {
    ...{ what: 'ticket', reference: outcome.reference, source: 'portal', country: '', isAddedTo: false },
    ...{ day: dayOf(stage), sentAt: stage.clock.now.getTime(), locale, product, topic, email, searched },
    ...{ team: teamOf(stage, topic), status: 'open', read: draft && !draft.isHeldOut ? draft.opened : [] },
  };
  stage.facts.push(fact);
  if (stage.random() < 0.85) plan(stage, 0.2 + stage.random() * 9, () => reply(stage, fact, answer));
}

function teamOf({ app }: Stage, topic: string): string {
  return app.site.topics.find(({ id }) => id === topic)?.team ?? '';
}

async function reply(stage: Stage, fact: TicketFact, answer: string | undefined): Promise<void> {
  await move(stage, fact, 'pending');
  fact.firstReplyAt = stage.clock.now.getTime();
  if (stage.random() < 0.25) plan(stage, 1 + stage.random() * 8, () => writeAgain(stage, fact));
  if (stage.random() < 0.8) plan(stage, 10 + stage.random() * 50, () => end(stage, fact, answer));
}

/** The sender adds something: the ticket is open again. */
async function writeAgain({ app, clock }: Stage, fact: TicketFact): Promise<void> {
  const ticket = await findTicket(app.store, fact.reference);
  if (!ticket) throw new Error(`The simulated ticket ${fact.reference} is gone.`);
  await addToTicket(
    app.store,
    ticket,
    { text: 'Toujours pas, voici plus.', attachments: [] },
    () => clock.now,
  );
  fact.isAddedTo = true;
  fact.status = 'open';
}

/** The team solves it with the article, or in another way. */
async function end(stage: Stage, fact: TicketFact, answer: string | undefined): Promise<void> {
  const chance = stage.random();
  if (answer !== undefined && chance < 0.7) {
    await resolveTicket(stage.app.store, fact.reference, answer, () => stage.clock.now);
    fact.resolution = answer;
    fact.status = 'resolved';
  } else await move(stage, fact, chance < 0.85 ? 'resolved' : 'closed');
  fact.resolvedAt = stage.clock.now.getTime();
}

async function move({ app, clock }: Stage, fact: TicketFact, status: TicketFact['status']): Promise<void> {
  await setStatus(app.store, fact.reference, status, () => clock.now);
  fact.status = status;
}

/** A ticket of the help desk in use, imported when it came, and again when it was answered and its sender surveyed. */
export async function importTicket(visit: Visit): Promise<void> {
  const { stage, locale, person } = visit;
  const { site } = stage.app;
  const fact: TicketFact = {
    ...{ what: 'ticket', reference: `Z-${person}-${dayOf(stage)}`, source: 'zendesk', isAddedTo: false },
    ...{
      day: dayOf(stage),
      sentAt: stage.clock.now.getTime(),
      locale,
      product: choose(stage, site.products, 0.8),
    },
    ...{ topic: choose(stage, site.topics, 0.8), team: pick(stage, ['support', 'accounts']), status: 'open' },
    ...{ country: pick(stage, ['France', 'Belgique', 'Canada']), email: `${person}@example.org` },
    ...{ read: [], searched: [] },
  };
  const { answer, ...text } = requestText(visit);
  await importFact(stage, fact, text);
  stage.facts.push(fact);
  plan(stage, 1 + stage.random() * 20, async () => {
    fact.firstReplyAt = stage.clock.now.getTime();
    fact.status = 'pending';
    await importFact(stage, fact, text);
  });
  plan(stage, 24 + stage.random() * 60, async () => {
    Object.assign(fact, { status: 'closed', resolvedAt: stage.clock.now.getTime() });
    if (stage.random() < 0.7) fact.satisfaction = 1 + Math.floor(stage.random() ** 0.5 * 5);
    if (stage.random() < 0.5) fact.recommendation = Math.floor(stage.random() ** 0.5 * 11);
    if (answer !== undefined && stage.random() < 0.6) fact.resolution = answer;
    await importFact(stage, fact, text);
  });
}

async function importFact({ app, clock }: Stage, fact: TicketFact, text: object): Promise<void> {
  const { reference: id, sentAt: createdAt, email: requester } = fact;
  const { locale, product, topic, team, country, status, resolution } = fact;
  const { firstReplyAt, resolvedAt, satisfaction, recommendation } = fact;
  const value = {
    ...{ id, createdAt, requester, locale, product, topic, team, country, status, resolution },
    ...{ firstReplyAt, resolvedAt, satisfaction, recommendation, ...text },
  };
  const { rejected } = await importTickets(app.store, oneRecord(value), {
    ...{ clock: () => clock.now, source: 'zendesk', localeOf: () => fact.locale },
  });
  if (rejected[0]) throw new Error(`A simulated import was refused: ${rejected[0].reason}`);
}

async function* oneRecord(value: object) {
  yield await Promise.resolve({ line: 1, value });
}
