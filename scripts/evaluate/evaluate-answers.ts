import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Model, ModelUsage } from '../../src/answers/model.ts';
import { findMaterial } from '../../src/app/answer-sources.ts';
import { articleSections } from '../../src/search/article-sections.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { catalogued } from '../../src/built-index.ts';
import { askedFrom } from './asked-from.ts';
import type { LabelledMessage, LabelledSet } from './labelled-set.ts';
import { quantile } from './metrics.ts';

/** How a real model answers the messages of one set. */
export interface AnswersEvaluation {
  set: string;
  messages: number;
  /** Messages for which nothing was above the threshold: no call. */
  withoutPassage: number;
  answered: number;
  /** Of the answered, those that cite an article the labels name. */
  citedRight: number;
  refused: Record<string, number>;
  sentences: number;
  dropped: number;
  /** Sentences that were verified, of all that were written; null without any. */
  verifiedShare: number | null;
  firstSentenceMs: { p50: number; p95: number };
  wholeMs: { p50: number; p95: number };
  usage: ModelUsage;
}

/** Which messages are asked, and how long each may take. */
export interface AnswersOptions {
  limit: number;
  timeoutMs: number;
}

interface Outcome {
  refused?: string;
  sentences: number;
  dropped: number;
  isRight: boolean;
  firstMs?: number;
  wholeMs: number;
}

/** Asks a model what the messages of a set ask, through the code that answers readers. */
export async function evaluateAnswers(
  set: LabelledSet,
  model: Model,
  { limit, timeoutMs }: AnswersOptions,
): Promise<AnswersEvaluation> {
  const usage: ModelUsage = { inputTokens: 0, outputTokens: 0 };
  const answerer = answererOf(set, model, usage);
  const asked = spread(
    set.messages.filter(({ kind }) => kind !== 'typing'),
    limit,
  );
  const outcomes: (Outcome | 'without-passage')[] = [];
  for (const message of asked) outcomes.push(await answerer(message, AbortSignal.timeout(timeoutMs)));
  return summed(set.name, outcomes, usage);
}

function answererOf(set: LabelledSet, model: Model, usage: ModelUsage) {
  const index = loadIndex(buildIndex(set.locale, set.articles), set.locale);
  const asked = askedFrom(index, set.solved);
  const articles = new Map(set.articles.map((article) => [article.id, catalogued(article)]));
  const parts = {
    searching: {
      suggest: (draft: { subject: string; description: string }) => suggest(index, draft, { asked }),
      sections: (articleId: string) => articleSections(index, articleId),
      prepare: () => Promise.resolve(),
      abroad: () => [],
    },
    article: (articleId: string) => articles.get(articleId),
  };
  return async (message: LabelledMessage, signal: AbortSignal): Promise<Outcome | 'without-passage'> => {
    const question = `${message.subject}\n${message.description}`.trim();
    const { passages } = await findMaterial(parts, { locale: set.locale, question });
    if (passages.length === 0) return 'without-passage';
    const began = performance.now();
    const outcome: Outcome = { sentences: 0, dropped: 0, isRight: false, wholeMs: 0 };
    const noteUsage = ({ inputTokens, outputTokens }: ModelUsage): void => {
      usage.inputTokens += inputTokens;
      usage.outputTokens += outputTokens;
    };
    for await (const step of answerQuestion({ question, passages }, model, signal, noteUsage)) {
      if (step.kind === 'sentence') {
        outcome.sentences += 1;
        outcome.firstMs ??= performance.now() - began;
        const cited = passages.find(({ number }) => number === step.passage);
        outcome.isRight ||= cited !== undefined && message.expected.has(cited.articleId);
      } else {
        outcome.dropped = step.dropped;
        if (step.kind === 'refused') outcome.refused = step.reason;
      }
    }
    outcome.wholeMs = performance.now() - began;
    return outcome;
  };
}

/** So many of a list, at even distances, so that every part of a set is asked. */
function spread<Item>(items: Item[], limit: number): Item[] {
  const step = Math.max(1, items.length / limit);
  return Array.from(
    { length: Math.min(limit, items.length) },
    (_, at) => items[Math.floor(at * step)],
  ).filter((item) => item !== undefined);
}

function summed(
  set: string,
  outcomes: (Outcome | 'without-passage')[],
  usage: ModelUsage,
): AnswersEvaluation {
  const asked = outcomes.filter((outcome) => outcome !== 'without-passage');
  const answered = asked.filter(({ sentences }) => sentences > 0);
  const sum = (of: (outcome: Outcome) => number): number => asked.reduce((all, one) => all + of(one), 0);
  const [sentences, dropped] = [sum((one) => one.sentences), sum((one) => one.dropped)];
  const refused: Record<string, number> = {};
  for (const { refused: reason } of asked) if (reason) refused[reason] = (refused[reason] ?? 0) + 1;
  const times = (of: (outcome: Outcome) => number | undefined): { p50: number; p95: number } => {
    const sorted = answered.flatMap((one) => of(one) ?? []).sort((one, other) => one - other);
    return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  };
  return {
    ...{ set, messages: outcomes.length, withoutPassage: outcomes.length - asked.length, refused },
    ...{ answered: answered.length, citedRight: answered.filter(({ isRight }) => isRight).length },
    ...{
      sentences,
      dropped,
      verifiedShare: sentences + dropped > 0 ? sentences / (sentences + dropped) : null,
    },
    firstSentenceMs: times(({ firstMs }) => firstMs),
    wholeMs: times(({ wholeMs }) => wholeMs),
    usage,
  };
}
