import { randomUUID } from 'node:crypto';
import { resolveTicket } from '../../src/tickets/change-ticket.ts';
import type { FactOf } from './facts.ts';
import { browserEvent, dayOf, pick, pickEarly, readerOf, wait, type Visit } from './stage.ts';
import { articlesIn, failingWords, rightWords } from './words.ts';

/** A draft that was left, and may yet come back as a ticket. */
export interface LeftDraft {
  id: string;
  fact: FactOf<'draft'>;
}

/** Somebody types a ticket, looks at what is offered, and solves it, leaves or sends it. Returns a draft that was left. */
export async function draftTicket(visit: Visit): Promise<LeftDraft | undefined> {
  const { stage, locale } = visit;
  const about = pickEarly(stage, articlesIn(stage.app, locale));
  const topic = topicFrom(visit);
  const text = {
    subject: rightWords(about),
    description: stage.random() < 0.9 ? rightWords(about) : failingWords(stage),
  };
  const answer = await stage.app.suggestForDraft(
    { locale, ...text, ...(topic && { topic }) },
    undefined,
    readerOf(visit),
  );
  const shown = answer.suggestions.map(({ articleId }) => articleId);
  const isHeldOut = answer.reason === 'held-out';
  const fact: FactOf<'draft'> = {
    ...{ what: 'draft', day: dayOf(stage), locale, topic, isHeldOut },
    ...{ opened: [], rejected: [], solved: [], outcome: 'abandoned' },
  };
  if (shown.length === 0 && !isHeldOut) {
    await sendTicket(visit, { topic, draftId: answer.draftId, fact });
    return undefined;
  }
  stage.facts.push(fact);
  await lookAt(visit, { draftId: answer.draftId, shown, fact });
  // Suggestions help: fewer of those who are shown some go on to send the ticket.
  const sends = stage.random() < (isHeldOut ? 0.7 : 0.4);
  if (fact.solved.length > 0 || !sends) return { id: answer.draftId, fact };
  fact.outcome = 'submitted';
  await sendTicket(visit, { topic, draftId: answer.draftId, fact });
  return undefined;
}

/** One of the owner's topics; empty when there are none. */
export function topicFrom({ stage }: Visit): string {
  const { topics } = stage.app.site;
  return topics.length === 0 ? '' : pick(stage, topics).id;
}

interface Shown {
  draftId: string;
  shown: string[];
  fact: FactOf<'draft'>;
}

async function lookAt(visit: Visit, { draftId, shown, fact }: Shown): Promise<void> {
  const { stage } = visit;
  for (const [index, articleId] of shown.entries()) {
    wait(stage, 10);
    const about = { articleId, draftId, position: index + 1 };
    if (stage.random() < 0.5) {
      await act(visit, { kind: 'opened', ...about });
      fact.opened.push(articleId);
      if (fact.outcome === 'abandoned') fact.outcome = 'implicit';
    }
    if (stage.random() < 0.15) {
      await act(visit, { kind: 'solved', ...about });
      fact.solved.push(articleId);
      fact.outcome = 'explicit';
      if (stage.random() < 0.6) await answerEffort(visit, articleId);
      return;
    }
    if (stage.random() < 0.2) {
      await act(visit, { kind: 'rejected', ...about, reason: 'not-related' });
      fact.rejected.push(articleId);
    }
  }
}

async function answerEffort(visit: Visit, articleId: string): Promise<void> {
  const value = 1 + Math.floor(visit.stage.random() * 5);
  await act(visit, { kind: 'rated', articleId, value });
  visit.stage.facts.push({ what: 'effort', day: dayOf(visit.stage), locale: visit.locale, value });
}

function act(visit: Visit, event: object) {
  return visit.stage.app.recordEvents({ events: [browserEvent(visit, event)] }, readerOf(visit));
}

/** What a ticket is sent with. */
export interface Sending {
  topic: string;
  draftId?: string;
  fact?: FactOf<'draft'>;
  earlierDrafts?: string[];
}

/** Sends a ticket; the team may solve it with an article at once. */
export async function sendTicket(
  visit: Visit,
  { topic, draftId, fact, earlierDrafts }: Sending,
): Promise<void> {
  const { stage, locale, person } = visit;
  wait(stage, 30);
  const email = `${person}@example.org`;
  const description = `${rightWords(pickEarly(stage, articlesIn(stage.app, locale)))} ${randomUUID()}`;
  const outcome = await stage.app.submitTicket(
    {
      ...{ locale, email, subject: description, description },
      ...(topic && { topic }),
      ...(draftId && { draftId }),
      ...(earlierDrafts && { earlierDrafts }),
    },
    { reader: readerOf(visit) },
  );
  if (!outcome.ok) throw new Error(`A simulated ticket was refused: ${JSON.stringify(outcome)}`);
  const read = fact && !fact.isHeldOut ? fact.opened : [];
  const resolution = stage.random() < 0.4 ? pickEarly(stage, articlesIn(stage.app, locale)).id : undefined;
  if (resolution) await solve(visit, outcome.reference, resolution);
  stage.facts.push({
    ...{ what: 'ticket', day: dayOf(stage), locale, topic, email, read },
    ...(resolution && { resolution }),
  });
}

async function solve({ stage }: Visit, reference: string, articleId: string): Promise<void> {
  await resolveTicket(stage.app.store, reference, articleId, () => stage.clock.now);
}

/** Somebody who left a draft comes back and sends the ticket after all. */
export async function comeBack(visit: Visit, { id, fact }: LeftDraft, isInTime: boolean): Promise<void> {
  await sendTicket(visit, { topic: fact.topic, earlierDrafts: [id] });
  if (isInTime) fact.outcome = 'deferred';
}
