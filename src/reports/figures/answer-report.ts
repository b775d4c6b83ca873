import { readTallies } from '../../events/tallies.ts';
import type { Store } from '../../store/open-store.ts';
import { eventsOf } from './events-of.ts';
import type { Period } from './period.ts';
import { shareOf } from './share-of.ts';

/** What the model did in a period, and what readers said of it. Amounts count all languages; judgements follow the filter. */
export interface AnswerReport {
  questions: number;
  /** Questions that got at least one verified sentence, of all questions. */
  answeredRate: number | null;
  /** Sentences that were verified, of all the model wrote. */
  verifiedRate: number | null;
  /** Mean time until the first sentence, in milliseconds. */
  firstSentenceMs: number | null;
  calls: number;
  /** In the currency of `site.yaml`. */
  cost: number;
  judgements: number;
  /** Judgements that say the answer solved it, of all judgements. */
  solvedRate: number | null;
  /** Replies drafted for agents. */
  replies: number;
  /** Questions of programs, by the Model Context Protocol. */
  agentCalls: number;
}

const answered = ['answers.shown', 'answers.cached'];
const endings = [
  ...answered,
  'answers.nothing-relevant',
  'answers.other-language',
  'answers.no-verified-quote',
  'answers.model-unavailable',
  'answers.budget-spent',
  'answers.too-many-questions',
  'answers.left',
];
const perMillion = 1_000_000;

/** Sums what the model and the programs did; null rates where there is nothing to divide by. */
export async function answerReport(store: Store, period: Period): Promise<AnswerReport> {
  const tallies = await readTallies(store, { from: period.fromDay, to: period.toDay });
  const sum = (names: string[]): number => names.reduce((all, name) => all + (tallies[name] ?? 0), 0);
  const sentences = sum(['answers.sentences']);
  const questions = sum(endings);
  const { judgements, solved } = await judgementsOf(store, period);
  const agentNames = Object.keys(tallies).filter((name) => name.startsWith('agents.'));
  return {
    questions,
    answeredRate: shareOf(sum(answered), questions),
    verifiedRate: shareOf(sentences, sentences + sum(['answers.dropped'])),
    firstSentenceMs: shareOf(sum(['answers.first-ms']), sum(['answers.timed'])),
    calls: sum(['model.calls']),
    cost: sum(['model.cost-millionths']) / perMillion,
    judgements,
    solvedRate: shareOf(solved, judgements),
    replies: sum(['replies.drafted']),
    agentCalls: sum(agentNames),
  };
}

async function judgementsOf(store: Store, period: Period): Promise<{ judgements: number; solved: number }> {
  const row = await eventsOf(store, period, ['judged'])
    .select((eb) => [eb.fn.countAll<number>().as('judgements'), eb.fn.sum<number>('value').as('solved')])
    .executeTakeFirst();
  return { judgements: Number(row?.judgements ?? 0), solved: Number(row?.solved ?? 0) };
}
