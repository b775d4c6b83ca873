import { hasModel } from '../../src/answers/model.ts';
import { keepMeaningWeights } from '../../src/app/meaning-weights.ts';
import type { MeaningWeights } from '../../src/search/meaning.ts';
import { readSettings } from '../../src/settings.ts';
import { readSite } from '../../src/site.ts';
import { say, showProgress } from '../progress.ts';
import { evaluateAnswers, type AnswersEvaluation } from './evaluate-answers.ts';
import { evaluateEmbeddings, type EmbeddingEvaluation } from './evaluate-embeddings.ts';
import { readLabelledSets, type LabelledSet } from './labelled-set.ts';
import { metricNames } from './metrics.ts';

/** What is asked of the owner's models. */
export interface ModelEvaluationOptions {
  folders: string[];
  json: boolean;
  /** Messages of each set. */
  limit: number;
  /** Whether what was learned about vectors is kept for the portal. */
  keep: boolean;
}

const perMillion = 1_000_000;

async function setsOf(folders: string[]): Promise<LabelledSet[]> {
  const sets: LabelledSet[] = [];
  for (const folder of folders) sets.push(...(await readLabelledSets(folder)));
  return sets;
}

/** Runs the labelled sets through the model of the environment: verified sentences, refusals, latency, cost. */
export async function reportAnswers({ folders, json, limit }: ModelEvaluationOptions): Promise<void> {
  const { openai, contentFolder } = readSettings();
  if (!hasModel(openai))
    throw new Error('--answers needs a model: set OPENAI_BASE_URL, or OPENAI_API_KEY and OPENAI_MODEL.');
  const { answers } = readSite(contentFolder);
  const timeoutMs = answers.totalSeconds * 1000;
  const { openAiModel } = await import('../../src/answers/openai-model.ts');
  const model = openAiModel({ ...openai, timeoutMs });
  const evaluations: AnswersEvaluation[] = [];
  for (const set of await setsOf(folders)) {
    const evaluation = await evaluateAnswers(set, model, { limit, timeoutMs });
    evaluations.push(evaluation);
    if (!json) console.log(answersReport(evaluation, costOf(evaluation, answers.price)));
  }
  if (json) console.log(JSON.stringify({ answers: evaluations }, null, 2));
}

function costOf(
  { usage }: AnswersEvaluation,
  price: ReturnType<typeof readSite>['answers']['price'],
): string {
  const tokens = `${usage.inputTokens} tokens in, ${usage.outputTokens} out`;
  if (!price) return tokens;
  const cost = (usage.inputTokens * price.input + usage.outputTokens * price.output) / perMillion;
  return `${tokens}, ${cost.toFixed(4)} ${price.currency}`;
}

function answersReport(evaluation: AnswersEvaluation, cost: string): string {
  const { set, messages, withoutPassage, answered, citedRight, refused, verifiedShare } = evaluation;
  const { sentences, dropped, firstSentenceMs, wholeMs } = evaluation;
  const share = verifiedShare === null ? '–' : verifiedShare.toFixed(3);
  const refusals = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`);
  return [
    set,
    `  messages          ${messages}, ${withoutPassage} without a passage (no call)`,
    `  answered          ${answered}, of which ${citedRight} cite an article the labels name`,
    `  refused           ${refusals.join(', ') || 'none'}`,
    `  sentences         ${sentences} verified, ${dropped} dropped: share ${share}`,
    `  first sentence    p50 ${firstSentenceMs.p50.toFixed(0)} ms  p95 ${firstSentenceMs.p95.toFixed(0)} ms`,
    `  whole answer      p50 ${wholeMs.p50.toFixed(0)} ms  p95 ${wholeMs.p95.toFixed(0)} ms`,
    `  cost              ${cost}`,
  ].join('\n');
}

/** Runs the labelled sets with and without the vectors of the environment's model, and learns their weight. */
export async function reportEmbeddings({ folders, json, keep }: ModelEvaluationOptions): Promise<void> {
  const { openai, dataFolder } = readSettings();
  const { embeddingModel } = openai;
  if (embeddingModel === undefined) throw new Error('--embeddings needs OPENAI_EMBEDDING_MODEL.');
  const { openAiEmbedder } = await import('../../src/answers/openai-model.ts');
  const embedder = openAiEmbedder({ ...openai, embeddingModel, timeoutMs: 60_000 });
  const evaluations: EmbeddingEvaluation[] = [];
  for (const set of await setsOf(folders)) {
    const evaluation = await evaluateEmbeddings(set, embedder, showProgress(`${set.name} embedded`));
    evaluations.push(evaluation);
    if (!json) console.log(embeddingsReport(evaluation));
  }
  if (json) console.log(JSON.stringify({ embeddings: evaluations }, null, 2));
  if (!keep) return;
  const file = keepMeaningWeights(dataFolder, embeddingModel, overall(evaluations));
  say(`what was learned about ${embeddingModel} is kept in ${file}`);
}

/** Sets count by their messages; the strictest of them says when a hit needs no word in common. */
function overall(evaluations: EmbeddingEvaluation[]): MeaningWeights {
  const messages = evaluations.reduce((sum, one) => sum + one.messages, 0);
  const weighted = evaluations.reduce((sum, one) => sum + one.learned.weight * one.messages, 0);
  return {
    weight: weighted / Math.max(messages, 1),
    enough: Math.max(...evaluations.map(({ learned }) => learned.enough)),
  };
}

function embeddingsReport({ set, messages, words, both, learned }: EmbeddingEvaluation): string {
  const line = (name: string, metrics: EmbeddingEvaluation['words']): string =>
    `  ${name.padEnd(16)} ${metricNames.map((metric) => `${metric} ${metrics[metric].value.toFixed(3)}`).join('  ')}`;
  return [
    `${set} (n=${messages})`,
    line('words', words),
    line('with meaning', both),
    `  learned          weight ${learned.weight}, a hit without a common word from ${learned.enough.toFixed(3)}`,
  ].join('\n');
}
