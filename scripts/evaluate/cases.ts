import { AskedWords } from '../../src/search/asked-words.ts';
import { chooseTerms } from '../../src/search/choose-terms.ts';
import { confidenceSignals } from '../../src/search/confidence.ts';
import { describeCandidates, evenOut, lengthOf, orderBy } from '../../src/search/rank.ts';
import type { ModelWeights } from '../../src/search/rank.ts';
import { readDraft } from '../../src/search/read-draft.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { understandQuery, understandTerms } from '../../src/search/understand-query.ts';
import type { LabelledMessage } from './labelled-set.ts';

/** A message as the ranker sees it: its candidates with their features, and which of them are right. */
export interface RankingCase {
  length: number;
  /** Features of each candidate, in proportion to the best. */
  values: Float64Array[];
  isRight: boolean[];
}

/** A message as confidence sees it: the signals of its best candidate, and whether that one is right. */
export interface ConfidenceCase {
  signals: Record<string, number>;
  /** Whether the first article is a right one. */
  isAnswered: boolean;
  /** Whether any article answers; `withheld` when those that do were taken away. */
  answer: 'exists' | 'none' | 'withheld';
}

/** Where a message is asked. */
export interface CaseContext {
  index: SearchIndex;
  asked: AskedWords;
  /** Articles taken away. */
  except?: Set<string>;
}

function ask({ index, asked, except }: CaseContext, message: LabelledMessage) {
  const isDraft = message.kind === 'question' || message.kind === 'ticket';
  const scope = { asked, ...(except && { except }) };
  if (!isDraft) {
    const { units } = understandQuery(index, message.subject, { isTyping: message.kind === 'typing' });
    return { units, options: { ...scope, query: message.subject } };
  }
  const read = readDraft(message);
  const { text, terms } = chooseTerms(index, read);
  const { units } = understandTerms(index, text, terms);
  return { units, options: { ...scope, query: `${read.subject} ${read.message}`, isDraft: true } };
}

/** Describes the candidates of a message for learning the ranker's weights. */
export function rankingCase(context: CaseContext, message: LabelledMessage): RankingCase {
  const { units, options } = ask(context, message);
  const { described } = describeCandidates(context.index, units, options);
  return {
    length: lengthOf(units),
    values: evenOut(described),
    isRight: described.map(({ article }) => message.expected.has(context.index.name(article).id)),
  };
}

/** Describes the best candidate of a message for learning confidence, ranked with given weights. */
export function confidenceCase(
  context: CaseContext,
  message: LabelledMessage,
  model: ModelWeights,
): ConfidenceCase | undefined {
  const { units, options } = ask(context, message);
  const { described } = describeCandidates(context.index, units, options);
  const ranked = orderBy(model, described, lengthOf(units));
  const [best] = ranked;
  if (!best) return undefined;
  return {
    signals: confidenceSignals(best, ranked, units),
    isAnswered: message.expected.has(context.index.name(best.article).id),
    answer: context.except ? 'withheld' : message.expected.size > 0 ? 'exists' : 'none',
  };
}
