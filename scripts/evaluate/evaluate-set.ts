import type { AskedWords } from '../../src/search/asked-words.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { search } from '../../src/search/search.ts';
import { suggest } from '../../src/search/suggest.ts';
import { askedFrom } from './asked-from.ts';
import type { LabelledMessage, LabelledSet } from './labelled-set.ts';
import { estimateArea, estimateMean, metricNames, quantile, scoresOf } from './metrics.ts';
import type { Estimate, MetricName } from './metrics.ts';

/** Quality over a number of messages. */
export interface Quality {
  messages: number;
  metrics: Record<MetricName, Estimate>;
}

/** How well confidence tells what is answered from what is not. */
export interface Abstention {
  answerable: number;
  unanswerable: number;
  area: Estimate;
}

/** Share of messages that were shown a suggestion. */
export interface Shown extends Estimate {
  messages: number;
}

/** Everything measured on one set. */
export interface Evaluation {
  set: string;
  locale: string;
  articles: number;
  /** By kind of message, nothing learned but the solved tickets that come with the set. */
  quality: Record<string, Quality>;
  /** Odd messages became solved tickets, even ones are asked. */
  learned?: Quality;
  /** Messages that nothing answers against those that something does. */
  outOfScope?: Abstention;
  /** The same messages with their right articles taken away. */
  leaveGoldOut?: Abstention;
  /** Share of messages, searches sent as drafts included, that were shown a suggestion at the default threshold. */
  shown: { answerable: Shown; unanswerable?: Shown };
  latencyMs: { p50: number; p95: number; p99: number };
}

const depth = 10;

interface Answer {
  ids: string[];
  confidence: number;
}

function answer(
  index: SearchIndex,
  message: LabelledMessage,
  asked: AskedWords,
  except?: Set<string>,
): Answer {
  if (message.kind === 'search' || message.kind === 'typing') {
    const { hits } = search(index, message.subject, {
      limit: depth,
      typing: message.kind === 'typing',
      asked,
    });
    return { ids: hits.map((hit) => hit.articleId), confidence: hits.length > 0 ? 1 : 0 };
  }
  const options = { limit: depth, threshold: 0, asked, ...(except && { except }) };
  const { suggestions, confidence } = suggest(index, message, options);
  return { ids: suggestions.map((suggestion) => suggestion.articleId), confidence };
}

function isDraft(message: LabelledMessage): boolean {
  return message.kind === 'question' || message.kind === 'ticket';
}

function qualityOf(index: SearchIndex, messages: LabelledMessage[], asked: AskedWords): Quality {
  const scores = messages.map((message) => scoresOf(answer(index, message, asked).ids, message.expected));
  const estimates = metricNames.map((name) => [name, estimateMean(scores.map((score) => score[name]))]);
  return { messages: messages.length, metrics: Object.fromEntries(estimates) as Quality['metrics'] };
}

function learnHalf(index: SearchIndex, messages: LabelledMessage[]): Quality | undefined {
  if (messages.length < 20) return undefined;
  const odd = messages.filter((_, position) => position % 2 === 0);
  const even = messages.filter((_, position) => position % 2 === 1);
  const solved = odd.flatMap(({ description, expected }) => {
    const [articleId] = expected.keys();
    return articleId ? [{ articleId, text: description }] : [];
  });
  return qualityOf(index, even, askedFrom(index, solved));
}

function latency(
  index: SearchIndex,
  messages: LabelledMessage[],
  asked: AskedWords,
): Evaluation['latencyMs'] {
  const times = messages.map((message) => {
    const started = performance.now();
    if (isDraft(message)) suggest(index, message, { asked });
    else search(index, message.subject, { typing: message.kind === 'typing', asked });
    return performance.now() - started;
  });
  times.sort((one, other) => one - other);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

function shownShare(index: SearchIndex, messages: LabelledMessage[], asked: AskedWords): Shown {
  const shown = messages.map((message) =>
    suggest(index, message, { asked }).suggestions.length > 0 ? 1 : 0,
  );
  return { ...estimateMean(shown), messages: messages.length };
}

/** The same over several sets together; undefined when none has such messages. */
export function shownOverall(parts: (Shown | undefined)[]): Shown | undefined {
  const known = parts.filter((part) => part !== undefined);
  const outcomes = known.flatMap(({ value, messages }) => {
    const count = Math.round(value * messages);
    return [...Array<number>(count).fill(1), ...Array<number>(messages - count).fill(0)];
  });
  return outcomes.length > 0 ? { ...estimateMean(outcomes), messages: outcomes.length } : undefined;
}

function abstentionOf(answerable: number[], unanswerable: number[]): Abstention {
  const area = estimateArea(answerable, unanswerable);
  return { answerable: answerable.length, unanswerable: unanswerable.length, area };
}

/** Measures one set through the same functions that serve the portal. */
export function evaluateSet(set: LabelledSet): Evaluation {
  const index = loadIndex(buildIndex(set.locale, set.articles), set.locale);
  const asked = askedFrom(index, set.solved);
  const answerable = set.messages.filter(({ expected }) => expected.size > 0);
  // Splits that begin with oos_train are for learning weights; what is measured must not have been learned from.
  const unanswerable = set.messages.filter(
    ({ expected, split }) => expected.size === 0 && split !== 'oos_train',
  );
  const kinds = [...new Set(answerable.map(({ kind }) => kind))];
  const ofKind = (kind: string) => answerable.filter((message) => message.kind === kind);
  const questions = ofKind('question');
  const drafts = answerable.filter(isDraft);
  const confidenceOf = (message: LabelledMessage) => answer(index, message, asked).confidence;
  const withoutGold = (message: LabelledMessage) =>
    answer(index, message, asked, new Set(message.expected.keys())).confidence;
  const confidences = drafts.map(confidenceOf);
  const outside = unanswerable.filter(isDraft).map(confidenceOf);
  const learned = set.solved.length === 0 ? learnHalf(index, questions) : undefined;
  return {
    set: set.name,
    locale: set.locale,
    articles: index.articleCount,
    quality: Object.fromEntries(kinds.map((kind) => [kind, qualityOf(index, ofKind(kind), asked)])),
    ...(learned && { learned }),
    ...(outside.length > 0 && { outOfScope: abstentionOf(confidences, outside) }),
    ...(drafts.length > 0 && { leaveGoldOut: abstentionOf(confidences, drafts.map(withoutGold)) }),
    shown: {
      answerable: shownShare(index, answerable, asked),
      ...(unanswerable.length > 0 && { unanswerable: shownShare(index, unanswerable, asked) }),
    },
    latencyMs: latency(index, answerable, asked),
  };
}
