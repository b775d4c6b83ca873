import { Counter, Histogram, type Registry } from 'prom-client';
import type { ModelUsage } from '../answers/model.ts';

/** How an answer ended. */
export type AnswerOutcome =
  | 'shown'
  | 'cached'
  | 'nothing-relevant'
  | 'other-language'
  | 'no-verified-quote'
  | 'model-unavailable'
  | 'budget-spent'
  | 'too-many-questions'
  | 'left';

/** Figures of the model, and of programs that read the articles. */
export interface AnswerMetrics {
  countAnswer(outcome: AnswerOutcome): void;
  /** Milliseconds until the first sentence was shown, or until the end. */
  observe(until: 'first' | 'end', milliseconds: number): void;
  countUsage(usage: ModelUsage, cost: number): void;
  countAgentCall(tool: string): void;
}

const secondsBuckets = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15];

/** Registers the figures; they begin at zero with the process. */
export function createAnswerMetrics(registry: Registry): AnswerMetrics {
  const registers = [registry];
  const answers = new Counter({
    name: 'guichet_answers_total',
    help: 'Questions by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'guichet_answer_seconds',
    help: 'Time until the first sentence of an answer, and until its end.',
    labelNames: ['until'],
    buckets: secondsBuckets,
    registers,
  });
  const tokens = new Counter({
    name: 'guichet_model_tokens_total',
    help: 'Tokens sent to the model and written by it.',
    labelNames: ['direction'],
    registers,
  });
  const cost = new Counter({
    name: 'guichet_model_cost_total',
    help: 'What the model cost, in the currency of site.yaml.',
    registers,
  });
  const agents = new Counter({
    name: 'guichet_agent_calls_total',
    help: 'Questions of programs by the Model Context Protocol.',
    labelNames: ['tool'],
    registers,
  });
  return {
    countAnswer: (outcome) => answers.inc({ outcome }),
    observe: (until, milliseconds) => seconds.observe({ until }, milliseconds / 1000),
    countUsage(usage, amount) {
      tokens.inc({ direction: 'input' }, usage.inputTokens);
      tokens.inc({ direction: 'output' }, usage.outputTokens);
      cost.inc(amount);
    },
    countAgentCall: (tool) => agents.inc({ tool }),
  };
}
