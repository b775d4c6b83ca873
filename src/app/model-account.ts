import type { ModelUsage } from '../answers/model.ts';
import { addToTallies, readTallies, type Tallies } from '../events/tallies.ts';
import type { Reader } from '../events/record-events.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { AnswerRules } from '../site.ts';
import type { Store } from '../store/open-store.ts';
import type { AnswerMetrics } from './answer-metrics.ts';

/** Why the model may not be asked any more today. */
export type SpentBudget = 'budget-spent' | 'too-many-questions';

/** What the model may be asked, and what it was. */
export interface ModelAccount {
  /** Says whether the budget has room for one more question of this reader, and takes it. Without one, only the day's counts. */
  take(reader?: Reader): Promise<SpentBudget | undefined>;
  /** Notes one call and what it consumed. */
  noteCall(usage: ModelUsage): void;
  /** Notes amounts by name; they are written in the background. */
  note(tallies: Tallies): void;
  /** Resolves when all that was noted is written. */
  settled(): Promise<void>;
}

/** What an account works with. */
export interface ModelAccountParts {
  store: Store;
  rules: AnswerRules;
  metrics: AnswerMetrics;
  /** Day of the site, `YYYY-MM-DD`. */
  today: () => string;
  onFailure: (error: unknown) => void;
}

const daySeconds = 86_400;
/** People behind one address are several, and a program that changes its name is not. */
const readersPerAddress = 10;
const perMillion = 1_000_000;

/** Keeps the account in the store, so that nodes share the budget of a day and a restart does not refill it. */
export function createModelAccount(parts: ModelAccountParts): ModelAccount {
  const { store, rules, metrics, today, onFailure } = parts;
  const byReader = createRateLimit(rules.perReader, daySeconds);
  const byAddress = createRateLimit(rules.perReader * readersPerAddress, daySeconds);
  let writing: Promise<void> = Promise.resolve();
  const note = (tallies: Tallies): void => {
    const day = today();
    writing = writing.then(() => addToTallies(store, day, tallies)).catch(onFailure);
  };
  return {
    note,
    async take(reader) {
      if (reader) {
        const { visitor, address = visitor } = reader;
        const refused = (await byReader(visitor)) ?? (await byAddress(address));
        if (refused) return 'too-many-questions';
      }
      await writing;
      const day = today();
      const { 'model.calls': calls = 0 } = await readTallies(store, { from: day, to: day });
      return calls >= rules.perDay ? 'budget-spent' : undefined;
    },
    noteCall(usage) {
      const cost = costOf(usage, rules);
      metrics.countUsage(usage, cost);
      note({
        'model.calls': 1,
        'model.input-tokens': usage.inputTokens,
        'model.output-tokens': usage.outputTokens,
        'model.cost-millionths': cost * perMillion,
      });
    },
    settled: () => writing,
  };
}

function costOf({ inputTokens, outputTokens }: ModelUsage, { price }: AnswerRules): number {
  if (!price) return 0;
  return (inputTokens * price.input + outputTokens * price.output) / perMillion;
}
