import { answerQuestion, type AnswerStep } from '../answers/answer-question.ts';
import type { Model } from '../answers/model.ts';
import { standAlone, type EarlierTurn } from '../answers/stand-alone.ts';
import type { Reader } from '../events/record-events.ts';
import type { StreamEvent } from '../http/event-stream.ts';
import { scrub } from '../privacy/scrub.ts';
import type { Clock } from '../store/clock.ts';
import { answerKey, createAnswerCache, type AnswerCache } from './answer-cache.ts';
import type { AnswerMetrics, AnswerOutcome } from './answer-metrics.ts';
import { type AnswerMaterial, findMaterial, type MaterialParts, type Question } from './answer-sources.ts';
import type { ModelAccount, SpentBudget } from './model-account.ts';
import type { ReaderEvents } from './reader-events.ts';

/** A question as it comes from a reader, after what was asked and answered before it. */
export interface AskedQuestion extends Question {
  earlier?: EarlierTurn[] | undefined;
}

/** Who asks, and how long they stay. */
export interface Asker {
  reader: Reader;
  signal: AbortSignal;
}

/** What answering works with. */
export interface AnsweringParts extends MaterialParts {
  model: Model;
  account: ModelAccount;
  metrics: AnswerMetrics;
  events: Pick<ReaderEvents, 'fromServer'>;
  clock: Clock;
  /** Changes when the articles do. */
  indexVersion: () => string;
}

/** Answers a question: `sources`, a `delta` for each verified sentence, then `done` or `refused`. */
export type Answer = (question: AskedQuestion, asker: Asker) => AsyncGenerator<StreamEvent>;

/** What is known of one answer while it is made. */
interface Run {
  began: number;
  outcome: AnswerOutcome;
  sentences: number;
  dropped: number;
  firstMs?: number;
  /** The budget is asked once, when the model is about to be. */
  permit?: Promise<SpentBudget | undefined>;
}

/**
 * Joins retrieval, budget, cache and model. Below the confidence threshold, out of the cache and out of budget, no call is
 * made; whatever happens, the passages that were found have been given before.
 */
export function createAnswering(parts: AnsweringParts): Answer {
  const cache = createAnswerCache();
  return async function* (asked, asker) {
    const run: Run = { began: parts.clock().getTime(), outcome: 'left', sentences: 0, dropped: 0 };
    const question: Question = { ...asked, question: scrub(asked.question) };
    let material: AnswerMaterial = { sources: [], passages: [] };
    try {
      const understood = await understand(parts, run, { question, earlier: asked.earlier }, asker);
      material = await findMaterial(parts, { ...question, question: understood });
      const { sources } = material;
      yield {
        event: 'sources',
        data: { sources, ...(understood !== question.question && { understood }) },
      };
      for await (const step of stepsOf(parts, cache, run, { question: understood, material, asker }))
        yield toEvent(step);
    } finally {
      record(parts, run, { question, material, asker });
    }
  };
}

/** A follow-up is rewritten to stand alone, while the budget lasts. */
async function understand(
  parts: AnsweringParts,
  run: Run,
  { question, earlier = [] }: { question: Question; earlier?: EarlierTurn[] | undefined },
  { reader, signal }: Asker,
): Promise<string> {
  const before = earlier.map((turn) => ({ question: scrub(turn.question), answer: scrub(turn.answer) }));
  const last = before.at(-1);
  if (!last) return question.question;
  run.permit = parts.account.take(reader);
  if (await run.permit) return `${last.question} ${question.question}`;
  const followUp = { question: question.question, earlier: before, locale: question.locale };
  return scrub(await standAlone(followUp, parts.model, signal, (usage) => parts.account.noteCall(usage)));
}

interface Step {
  question: string;
  material: AnswerMaterial;
  asker: Asker;
}

type RefusedStep = { kind: 'refused'; reason: AnswerOutcome; dropped: number };

async function* stepsOf(
  parts: AnsweringParts,
  cache: AnswerCache,
  run: Run,
  { question, material: { sources, passages }, asker }: Step,
): AsyncGenerator<AnswerStep | RefusedStep> {
  if (passages.length === 0)
    return void (yield refuse(run, sources.length > 0 ? 'other-language' : 'nothing-relevant'));
  const key = answerKey(
    question,
    parts.indexVersion(),
    sources.map(({ url }) => url),
  );
  const known = cache.get(key);
  if (known) {
    run.outcome = 'cached';
    run.sentences = known.length - 1;
    return yield* known;
  }
  const spent = await (run.permit ??= parts.account.take(asker.reader));
  if (spent) return void (yield refuse(run, spent));
  const steps: AnswerStep[] = [];
  const task = { question, passages };
  const noteUsage = parts.account.noteCall.bind(parts.account);
  for await (const step of answerQuestion(task, parts.model, asker.signal, noteUsage)) {
    if (step.kind !== 'refused' || step.reason !== 'model-unavailable') steps.push(step);
    note(parts, run, step, asker.signal);
    yield step;
  }
  if (run.outcome === 'shown') cache.keep(key, steps);
}

function refuse(run: Run, reason: AnswerOutcome): RefusedStep {
  run.outcome = reason;
  return { kind: 'refused', reason, dropped: 0 };
}

function note({ clock }: AnsweringParts, run: Run, step: AnswerStep, signal: AbortSignal): void {
  if (step.kind === 'sentence') {
    run.sentences += 1;
    run.firstMs ??= clock().getTime() - run.began;
    return;
  }
  run.dropped = step.dropped;
  if (step.kind === 'done') run.outcome = 'shown';
  else if (!signal.aborted) run.outcome = step.reason;
}

function record(
  { account, metrics, events, clock }: AnsweringParts,
  { began, outcome, sentences, dropped, firstMs }: Run,
  { question: { locale, question }, material, asker }: Omit<Step, 'question'> & { question: Question },
): void {
  const wholeMs = clock().getTime() - began;
  metrics.countAnswer(outcome);
  if (firstMs !== undefined) {
    metrics.observe('first', firstMs);
    metrics.observe('end', wholeMs);
  }
  account.note({
    [`answers.${outcome}`]: 1,
    'answers.sentences': sentences,
    'answers.dropped': dropped,
    ...(firstMs !== undefined && {
      'answers.timed': 1,
      'answers.first-ms': firstMs,
      'answers.whole-ms': wholeMs,
    }),
  });
  const [source] = material.sources;
  const about = source && { articleId: source.articleId };
  void events.fromServer(
    { kind: 'asked', locale, query: question, position: sentences, ...about },
    asker.reader,
  );
}

function toEvent({ kind, ...data }: AnswerStep | RefusedStep): StreamEvent {
  return { event: kind === 'sentence' ? 'delta' : kind, data };
}
