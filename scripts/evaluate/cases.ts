import { AskedWords } from '../../src/search/asked-words.ts';
import { chooseTerms } from '../../src/search/choose-terms.ts';
import { confidenceSignals } from '../../src/search/confidence.ts';
import type { Described } from '../../src/search/features.ts';
import type { QueryUnit } from '../../src/search/query-unit.ts';
import { describeCandidates, evenOut, lengthOf, orderBy } from '../../src/search/rank.ts';
import type { ModelWeights } from '../../src/search/rank.ts';
import { readDraft } from '../../src/search/read-draft.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { understandQuery, understandTerms } from '../../src/search/understand-query.ts';
import type { LabelledMessage } from './labelled-set.ts';

/** A message with its candidates as they are described. */
export interface DescribedMessage {
  units: QueryUnit[];
  described: Described[];
  /** Numbers of the articles that answer. */
  right: ReadonlySet<number>;
}

/** A message as the ranker sees it: its candidates with their features, and which of them are right. */
export interface RankingCase {
  length: number;
  /** Features of each candidate, in proportion to the best. */
  values: Float64Array[];
  isRight: boolean[];
}

/** A message as confidence sees it: the signals of its best candidate. */
export interface ConfidenceCase {
  signals: Record<string, number>;
  /** Whether any article answers; `withheld` when those that do were taken away. */
  answer: 'exists' | 'none' | 'withheld';
}

/** Where a message is asked. */
export interface CaseContext {
  index: SearchIndex;
  asked: AskedWords;
}

function ask({ index, asked }: CaseContext, message: LabelledMessage) {
  const isDraft = message.kind === 'question' || message.kind === 'ticket';
  if (!isDraft) {
    const { units } = understandQuery(index, message.subject, { isTyping: message.kind === 'typing' });
    return { units, options: { asked, query: message.subject } };
  }
  const read = readDraft(message);
  const { text, terms } = chooseTerms(index, read);
  const { units } = understandTerms(index, text, terms);
  return { units, options: { asked, query: `${read.subject} ${read.message}`, isDraft: true } };
}

/** Describes the candidates of a message. */
export function describeMessage(context: CaseContext, message: LabelledMessage): DescribedMessage {
  const { units, options } = ask(context, message);
  const { described } = describeCandidates(context.index, units, options);
  const numbers = [...message.expected.keys()].map((id) => context.index.numberOf(id));
  return { units, described, right: new Set(numbers.filter((number) => number !== undefined)) };
}

/** What the ranker learns from a message. */
export function rankingCase({ units, described, right }: DescribedMessage): RankingCase {
  return {
    length: lengthOf(units),
    values: evenOut(described),
    isRight: described.map(({ article }) => right.has(article)),
  };
}

/** What confidence learns from a message, ranked with given weights: as it is, and without the articles that answer. */
export function confidenceCases(
  { units, described, right }: DescribedMessage,
  model: ModelWeights,
): ConfidenceCase[] {
  const caseOf = (candidates: Described[], answer: ConfidenceCase['answer']): ConfidenceCase[] => {
    const ranked = orderBy(model, candidates, lengthOf(units));
    return ranked[0] ? [{ signals: confidenceSignals(ranked[0], ranked, units), answer }] : [];
  };
  if (right.size === 0) return caseOf(described, 'none');
  const others = described.filter(({ article }) => !right.has(article));
  return [...caseOf(described, 'exists'), ...caseOf(others, 'withheld')];
}
