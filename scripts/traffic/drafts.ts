import type { FactOf } from './facts.ts';
import { browserEvent, choose, dayOf, pickEarly, placeOf, readerOf, wait, type Visit } from './stage.ts';
import { sendTicket } from './tickets.ts';
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
  const topic = choose(stage, stage.app.site.topics, 1);
  const product = choose(stage, stage.app.site.products, 0.7);
  const text = {
    subject: rightWords(about),
    description: stage.random() < 0.9 ? rightWords(about) : failingWords(visit),
  };
  const answer = await stage.app.suggestForDraft(
    { locale, ...text, ...(topic && { topic }), ...(product && { product }) },
    undefined,
    readerOf(visit),
  );
  const shown = answer.suggestions.map(({ articleId }) => articleId);
  const isHeldOut = answer.reason === 'held-out';
  const fact: FactOf<'draft'> = {
    ...{ what: 'draft', day: dayOf(stage), locale, product, topic, isHeldOut },
    ...{ opened: [], rejected: [], solved: [], outcome: 'abandoned' },
  };
  const sending = { topic, product, draftId: answer.draftId, fact };
  if (shown.length === 0 && !isHeldOut) {
    await sendTicket(visit, sending);
    return undefined;
  }
  stage.facts.push(fact);
  await lookAt(visit, { draftId: answer.draftId, shown, fact });
  // Suggestions help: fewer of those who are shown some go on to send the ticket.
  const sends = stage.random() < (isHeldOut ? 0.7 : 0.4);
  if (fact.solved.length > 0 || !sends) return { id: answer.draftId, fact };
  fact.outcome = 'submitted';
  await sendTicket(visit, sending);
  return undefined;
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
  visit.stage.facts.push({ what: 'effort', ...placeOf(visit, articleId), value });
}

function act(visit: Visit, event: object) {
  return visit.stage.app.recordEvents({ events: [browserEvent(visit, event)] }, readerOf(visit));
}

/** Somebody who left a draft comes back and sends the ticket after all. */
export async function comeBack(visit: Visit, { id, fact }: LeftDraft, isInTime: boolean): Promise<void> {
  const { topic, product } = fact;
  await sendTicket(visit, { topic, product, earlierDrafts: [id] });
  if (isInTime) fact.outcome = 'deferred';
}
